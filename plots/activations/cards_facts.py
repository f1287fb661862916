"""What is particular to each card: names, formulas, what it teaches and where it is used."""

from __future__ import annotations

from dataclasses import dataclass

from plots.spec import Both


@dataclass(frozen=True, slots=True)
class Facts:
    """The words of one card.

    `formula` (LEAK stands for the slope drawn) and `derivative` are mathematics, `shape` ends the
    sentence of the alternative text, `lesson` is the caption. The last two may name the numbers that
    `cards_words` fills in.
    """

    title: Both
    formula: str
    derivative: str
    use: Both
    shape: Both
    lesson: Both


FACTS: dict[str, Facts] = {
    "activation-sigmoid": Facts(
        title=Both("시그모이드 (sigmoid)", "Sigmoid"),
        formula=r"$\sigma(x) = 1\,/\,(1 + e^{-x})$",
        derivative=r"$\sigma(x)\,(1 - \sigma(x))$",
        use=Both("이진 분류 출력, 게이트", "binary outputs, gates"),
        shape=Both(
            "{low}에서 {high}로 올라가는 S자 곡선이며 도함수는 가장 커도 {top}입니다",
            "an S from {low} to {high} whose derivative is at most {top}",
        ),
        lesson=Both(
            """
            시그모이드는 어떤 실수든 {low}과 {high} 사이로 보내므로 확률이나 게이트에 알맞습니다. 도함수는
            가장 커도 {top}이고 양 끝에서 사라지므로 은닉층에 겹쳐 쓰면 기울기가 층마다 줄어듭니다.
            """,
            """
            The sigmoid sends every number to one between {low} and {high}, which suits probabilities and
            gates. Its derivative is at most {top} and fades in both tails, so gradients shrink at every
            hidden layer that uses it.
            """,
        ),
    ),
    "activation-tanh": Facts(
        title=Both("하이퍼볼릭 탄젠트 (tanh)", "Tanh"),
        formula=r"$\tanh(x) = 2\,\sigma(2x) - 1$",
        derivative=r"$1 - \tanh^2(x)$",
        use=Both("RNN과 LSTM의 상태", "states of RNNs and LSTMs"),
        shape=Both(
            "{low}에서 {high}로 올라가는, 원점에 대칭인 S자 곡선이며 도함수는 원점에서 최댓값 {top}입니다",
            "an S from {low} to {high}, symmetric about the origin, where its derivative peaks at {top}",
        ),
        lesson=Both(
            """
            tanh는 시그모이드를 가로로 반으로 줄이고 세로로 두 배 늘여 원점에 맞춘 함수입니다. 출력의 중심이
            {mean}이고 원점에서의 기울기가 {top}이지만, 양 끝에서 포화하는 것은 시그모이드와 같습니다.
            """,
            """
            Tanh is the sigmoid made twice as narrow and twice as high, and centered on the origin. Its
            outputs average {mean} and its slope at the origin is {top}, but both tails saturate as the
            sigmoid's do.
            """,
        ),
    ),
    "activation-relu": Facts(
        title=Both("ReLU", "ReLU"),
        formula=r"$\max(0,\, x)$",
        derivative=r"$x > 0$: $1$,  $x < 0$: $0$",
        use=Both("CNN과 MLP의 은닉층", "hidden layers of CNNs and MLPs"),
        shape=Both(
            "음수에서는 {low}이고 양수에서는 x이며 도함수는 {before}에서 {after}로 뜁니다",
            "{low} for negative inputs and x for positive ones, with a derivative that jumps from {before} "
            "to {after}",
        ),
        lesson=Both(
            """
            양수 입력에서는 도함수가 정확히 {after}이므로 기울기를 그대로 전달합니다. 음수 입력에서는 출력도
            도함수도 {before}이어서, 모든 샘플에서 음수가 된 유닛은 더는 학습되지 않습니다.
            """,
            """
            For positive inputs the derivative is exactly {after}, so gradients pass unchanged. For negative
            ones output and derivative are {before}, so a unit that is negative for every example no longer
            learns.
            """,
        ),
    ),
    "activation-leaky-relu": Facts(
        title=Both("Leaky ReLU", "Leaky ReLU"),
        formula=r"$\max(\alpha x,\, x)$,  $\alpha = LEAK$",
        derivative=r"$x > 0$: $1$,  $x < 0$: $\alpha$",
        use=Both("죽은 ReLU 방지, GAN의 판별자", "against dying ReLU; discriminators of GANs"),
        shape=Both(
            "음수에서도 {before}의 기울기가 남고 양수에서는 x입니다",
            "x for positive inputs, with a slope of {before} left for negative ones",
        ),
        lesson=Both(
            """
            음수 입력에도 작은 기울기 α를 남겨, 꺼진 유닛도 기울기를 받아 되살아날 수 있습니다. 여기서는 잘
            보이도록 α를 흔히 쓰는 {usual} 대신 {leak}로 그렸습니다.
            """,
            """
            A small slope α is left for negative inputs, so that a unit that is off still gets a gradient
            and can recover. It is drawn with α = {leak} instead of the usual {usual}, to make it visible.
            """,
        ),
    ),
    "activation-elu": Facts(
        title=Both("ELU", "ELU"),
        formula=r"$x>0$: $x$,  $x \leq 0$: $\alpha(e^x - 1)$",
        derivative=r"$x > 0$: $1$,  $x < 0$: $\alpha e^x$",
        use=Both("출력 평균을 0에 가깝게", "mean outputs nearer to 0"),
        shape=Both(
            "양수에서는 x이고 음수에서는 {low}에 매끄럽게 다가갑니다",
            "x for positive inputs and bending smoothly towards {low} for negative ones",
        ),
        lesson=Both(
            """
            음수 입력에서 {low}까지 내려가므로 출력의 평균이 ReLU보다 0에 가깝습니다. 0 근처의 음수에서는
            기울기가 남지만 더 내려가면 포화합니다. 여기서 α는 {alpha}입니다.
            """,
            """
            Outputs go down to {low} for negative inputs, so their mean is nearer to 0 than ReLU's. Some
            slope is left for negative inputs near 0, but further down the function saturates. Here α is
            {alpha}.
            """,
        ),
    ),
    "activation-gelu": Facts(
        title=Both("GELU", "GELU"),
        formula=r"$x\,\Phi(x)$",
        derivative=r"$\Phi(x) + x\,\varphi(x)$",
        use=Both("BERT, GPT 등 트랜스포머", "Transformers such as BERT and GPT"),
        shape=Both(
            "x = {dip_at} 근처에서 {low}까지 내려갔다가 올라가는 매끄러운 곡선입니다",
            "a smooth curve that dips to {low} near x = {dip_at} and then rises",
        ),
        lesson=Both(
            """
            입력에 표준 정규 분포의 누적 분포 함수 Φ(x)를 곱한 함수로, 모서리를 둥글린 ReLU와 비슷합니다.
            원점 근처의 음수에서도 기울기가 남고, 도함수는 {flattest}부터 {top}까지의 값을 가집니다.
            """,
            """
            GELU multiplies its input by the standard normal distribution function Φ(x); it looks like a
            ReLU with its corner rounded. Some slope is left for negative inputs near the origin, and the
            derivative lies between {flattest} and {top}.
            """,
        ),
    ),
    "activation-silu": Facts(
        title=Both("SiLU (Swish)", "SiLU (Swish)"),
        formula=r"$x\,\sigma(x)$",
        derivative=r"$\sigma(x)\,(1 + x\,(1 - \sigma(x)))$",
        use=Both("EfficientNet, LLaMA(SwiGLU)", "EfficientNet, LLaMA (in SwiGLU)"),
        shape=Both(
            "x = {dip_at} 근처에서 {low}까지 내려갔다가 올라가는 매끄러운 곡선입니다",
            "a smooth curve that dips to {low} near x = {dip_at} and then rises",
        ),
        lesson=Both(
            """
            입력에 시그모이드를 곱한 함수로, 입력이 스스로 게이트가 되는 셈입니다. GELU보다 골짜기가 깊고
            넓으며 ({low}), 멀리 떨어진 음수에서는 똑같이 포화합니다.
            """,
            """
            SiLU multiplies its input by the sigmoid of the input, which thus acts as its own gate. Its dip
            is deeper ({low}) and wider than GELU's, and like GELU it saturates far below zero.
            """,
        ),
    ),
    "activation-softplus": Facts(
        title=Both("소프트플러스 (softplus)", "Softplus"),
        formula=r"$\log(1 + e^x)$",
        derivative=r"$\sigma(x)$",
        use=Both("양수여야 하는 출력 (분산 등)", "outputs that must be positive"),
        shape=Both(
            "왼쪽에서는 {low}에, 오른쪽에서는 x에 다가가는 매끄러운 곡선입니다",
            "a smooth curve that approaches {low} on the left and x on the right",
        ),
        lesson=Both(
            """
            ReLU를 매끄럽게 만든 함수로, 출력은 언제나 양수이고 도함수는 시그모이드입니다. 은닉층보다는
            분산처럼 양수여야 하는 출력에 씁니다.
            """,
            """
            A smooth version of ReLU: its outputs are always positive, and its derivative is the sigmoid. It
            serves less in hidden layers than for outputs that must be positive, such as a variance.
            """,
        ),
    ),
    "activation-mish": Facts(
        title=Both("Mish", "Mish"),
        formula=r"$x\,\tanh(s)$,  $s = \log(1 + e^x)$",
        derivative=r"$\tanh(s) + x\,\sigma(x)\,(1 - \tanh^2(s))$",
        use=Both("YOLOv4의 백본", "the backbone of YOLOv4"),
        shape=Both(
            "x = {dip_at} 근처에서 {low}까지 내려갔다가 올라가는 매끄러운 곡선입니다",
            "a smooth curve that dips to {low} near x = {dip_at} and then rises",
        ),
        lesson=Both(
            """
            입력에 소프트플러스의 tanh를 곱한 함수로, 생김새는 SiLU와 거의 같고 계산은 더 비쌉니다. 골짜기의
            바닥은 {low}이고 도함수는 가장 커도 {top}입니다.
            """,
            """
            Mish multiplies its input by the tanh of its softplus. It looks almost like SiLU and costs more
            to compute; the floor of its dip is {low} and its derivative is at most {top}.
            """,
        ),
    ),
}
