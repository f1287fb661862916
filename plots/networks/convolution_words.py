"""What the figure of the convolution says, in both languages, from its computed state."""

from __future__ import annotations

from plots.networks.convolution import LARGE_FILTERS, LARGE_SIDE, ConvolutionState
from plots.spec import Both, Lang
from plots.wording import number, percent, prose

COUNTS = Both("가중치의 수", "Number of weights")


def titles(state: ConvolutionState) -> tuple[Both, Both, Both, Both]:
    """Return the headings of image, filter, output and matrix."""
    side, kernel, out = (len(a) for a in (state.image, state.kernel, state.output))
    rows, columns = state.matrix.shape
    return (
        Both(f"입력 {side} × {side}", f"Input {side} × {side}"),
        Both(f"필터 {kernel} × {kernel}", f"Filter {kernel} × {kernel}"),
        Both(f"특징 맵 {out} × {out}", f"Feature map {out} × {out}"),
        Both(
            f"같은 일을 하는 완전 연결층: {rows} × {columns}",
            f"A dense layer that does the same: {rows} × {columns}",
        ),
    )


def shared(state: ConvolutionState) -> Both:
    """Return the label of the convolution's bar."""
    found = f"{state.counts.shared:,}"
    return Both(f"합성곱층 {found}개", f"convolution: {found}")


def dense(state: ConvolutionState) -> Both:
    """Return the label of the dense layer's bar."""
    found = f"{state.counts.dense:,}"
    return Both(f"완전 연결층 {found}개", f"dense layer: {found}")


def filling(state: ConvolutionState) -> tuple[Both, Both]:
    """Return what the dense layer's weights are."""
    copies, zeros = state.counts.copies, state.counts.zeros
    return (
        Both(f"필터의 복사본 {copies}개", f"copies of the filter: {copies}"),
        Both(f"늘 0인 자리 {zeros}개", f"always zero: {zeros}"),
    )


def _facts(state: ConvolutionState) -> dict[str, str]:
    side, kernel, out = (len(a) for a in (state.image, state.kernel, state.output))
    row, column = state.example
    return {
        "side": str(side),
        "kernel": str(kernel),
        "out": str(out),
        "outputs": str(state.counts.outputs),
        "inputs": str(side * side),
        "shared": str(state.counts.shared),
        "dense": str(state.counts.dense),
        "copies": str(state.counts.copies),
        "zeros": str(state.counts.zeros),
        "share": percent(state.counts.copies / state.counts.dense),
        "row": str(row + 1),
        "column": str(column + 1),
        "line": str(state.example_index + 1),
        "example": number(state.output[state.example], 0),
        "high": number(state.output.max(), 0),
        "low": number(state.output.min(), 0),
        "large_side": str(LARGE_SIDE),
        "large_filters": str(LARGE_FILTERS),
        "large_shared": f"{state.large.shared:,}",
        "large_dense": f"{state.large.dense:,}",
    }


def alt(state: ConvolutionState, lang: Lang) -> str:
    """Return one sentence in place of the picture."""
    return prose(_ALT.of(lang), **_facts(state))


def caption(state: ConvolutionState, lang: Lang) -> str:
    """Return what stands under the picture."""
    return prose(_CAPTION.of(lang), **_facts(state))


def description(state: ConvolutionState, lang: Lang) -> str:
    """Return the long description."""
    return prose(_DESCRIPTION.of(lang), **_facts(state))


_ALT = Both(
    ko="""
    {kernel} × {kernel} 필터가 {side} × {side} 입력 위를 움직이며 {out} × {out} 특징 맵을 만드는 그림과,
    같은 계산을 하는 완전 연결층의 가중치 {dense}개에 필터의 가중치 {shared}개가 되풀이되는 행렬입니다.
    """,
    en="""
    A {kernel} × {kernel} filter slides over a {side} × {side} input and makes a {out} × {out} feature map;
    below, the {dense} weights of the dense layer that does the same repeat the filter's {shared}.
    """,
)

_CAPTION = Both(
    ko="""
    필터는 모든 위치에서 같은 가중치 {shared}개를 씁니다. 굵은 테두리는 한 위치의 예로, 창 안의 값과 필터를
    곱해 더하면 출력 하나가 됩니다. 행렬의 한 행이 출력 하나, 한 열이 입력 하나이며 색은 필터의 색과
    같습니다. 회색은 값이 0인 필터 가중치의 복사본이고, 칠하지 않은 자리는 늘 0입니다. 편향은 그리지
    않았습니다.
    """,
    en="""
    The filter uses the same {shared} weights at every place. The thick frames mark one place as an example:
    the values in the window times the filter, added up, are one output. In the matrix every row is an
    output and every column an input, in the colors of the filter. Gray cells are copies of filter weights
    that happen to be 0; empty cells are always zero. Biases are left out.
    """,
)

_DESCRIPTION = Both(
    ko="""
    입력은 왼쪽 절반이 0, 오른쪽 절반이 1인 {side} × {side} 이미지이고, 필터의 세 열은 −1, 0, 1이어서
    왼쪽에서 오른쪽으로 밝아지는 곳에 반응합니다. 필터가 놓일 수 있는 {outputs}곳 가운데 경계에 걸친 곳의
    출력은 {high}, 나머지는 {low}입니다. 테두리는 특징 맵의 {row}행 {column}열이며 값은 {example},
    행렬에서는 {line}번째 행입니다. 움직이는 그림에서는 필터가 왼쪽 위에서 오른쪽 아래로 차례로 옮겨 가며
    출력과 행렬의 행이 하나씩 나타납니다. 행렬은 출력 {outputs}개 × 입력 {inputs}개로 가중치가
    {dense}개이지만, {copies}개는 필터 가중치 {shared}개의 복사본이고({share}) {zeros}개는 늘 0입니다.
    이것이 가중치 공유와 희소 연결입니다. {large_side} × {large_side} 이미지에 {kernel} × {kernel} 필터
    {large_filters}개라면 가중치 {large_shared}개가 {large_dense}개로 늘어납니다.
    """,
    en="""
    The input is a {side} × {side} image, 0 on its left half and 1 on its right. The filter's columns are
    −1, 0 and 1, so that it responds where the image grows brighter from left to right. Of the {outputs}
    places that it can take, those on the edge give {high}, the others {low}. The frames mark row {row},
    column {column} of the feature map, where the value is {example}; in the matrix this is row {line}. In
    the moving picture the filter goes from the top left to the bottom right, and outputs and rows of the
    matrix appear one by one. The matrix has {outputs} outputs times {inputs} inputs, {dense} weights, but
    {copies} of them are copies of the filter's {shared} ({share}), and {zeros} are always zero: weight
    sharing and sparse connections. With {large_filters} filters of {kernel} × {kernel} on a {large_side} ×
    {large_side} image, {large_shared} weights would become {large_dense}.
    """,
)
