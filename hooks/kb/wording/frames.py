"""Words of questions that are not their subject: polite frames, and what is asked about it.

A *frame* ("…에 대해 설명해 주세요", "What is …?") says nothing and is dropped. A *relation* (why, how,
difference, how many lines) tells two questions on one subject apart and is kept. Spellings are
written without spaces: `how many lines` is read as `howmanylines`.
"""

from __future__ import annotations

from collections.abc import Mapping

_RELATIONS = """
    why: 왜 이유 까닭 필요성 필요한가 필요할까 필요 왜그런가 why reason reasons need needed
        necessary purpose
    difference: 차이 차이점 비교 다른가 다른점 구분 difference differences differ differs different
        compare comparison vs versus distinguish
    pros: 장점 이점 좋은점 좋은이유 좋을까 advantage advantages benefit benefits pros strengths
        better
    cons: 단점 문제점 문제 한계 약점 부작용 disadvantage disadvantages drawback drawbacks problem
        problems cons weakness weaknesses limitation limitations downside downsides issue issues
        pitfall pitfalls
    how: 어떻게 방법 방식 how way ways
    lines: 몇줄 줄수 몇줄인가 몇줄이나 howmanylines linesofcode linecount numberoflines
    hours: 몇시간 작성시간 얼마나걸릴까 몇시간이 몇시간정도 걸릴까 걸리나 걸리는시간 소요시간 howlong
        howmanyhours hours timetowrite
    effect: 효과 영향 effect effects impact affect influence
    meaning: 의미 뜻 meaning meant mean means standfor
    role: 역할 role roles
    count: 개수 갯수 계산 세는 세기 구하는 산정 calculate compute computing calculation count
        counting estimate howmany numberof
    formula: 수식 공식 식 적어 써보 formula formulas equation equations
    simple: 쉽게 쉬운말로 simply plainwords simpleterms intuitively intuition layman 직관
    child: 중학생 어린이 초등학생 고등학생 비전공자 child teenager middleschool middleschooler
        student pupil twelveyearold fiveyearold
    avoid: 피하는 피하기 피할 피하려면 회피 벗어나 탈출 빠져나 avoid avoiding escape escaping
    verify: 확인 판별 알수있 알아내 검증하 증명 verify check prove certify tellwhether tellif
        knowwhether knowif
    without: 없이 without
    caution: 주의 주의점 주의할점 조심 조심할점 careful caution watchout gotcha gotchas
    kinds: 종류 유형 kind kinds type types
    build: 구현 만든다면 만들 작성 짠다면 짜면 짜는 짤 implement implementing implementation build building
        fromscratch write writing
    replace: 바꾸 바꾼다면 바꿀 전환 변경 replace replacing switch switching convert turn
    instead: 대신 아닌 instead ratherthan
    works: 원리 동작 작동 과정 principle principles mechanism work works
    remedy: 대처 해결 해결법 막는 방지 줄이는 remedy remedies prevent handle fix combat reduce
        dealwith solve
    possible: 가능한가 가능할까 가능 수있나 possible possibly
    shape: 가로축 세로축 axes axis xaxis yaxis 축
    increase: 증가 커지 늘어나 오르 올라 늘렸을 늘리면 높이면 키우면 increase increases increasing
        rise rises goup goesup larger bigger
    small: 작게 작은 줄이면 작을때 small smaller tiny
    tips: 노하우 팁 요령 비결 tip tips knowhow trick tricks
    two: 두개 2개 여러개 여러대 two several both
    underuse: 100% 놀고 낮은사용률 사용률 utilization utilisation underutilized idle
"""

_FRAME = """
    무엇 무엇이 무엇이고 무엇이며 무엇인가 무엇인가요 무엇일까 무엇일까요 무엇입니까 뭔가요 뭐
    뭘까요 뭐가 뭔지 어떤 어떠한 무슨 란 이란 정의 개념 대해 대해서 대하여 관해 관하여 설명 설명하
    설명해 설명하시오 설명한다면 말 말해 말하 말씀 알려 알려주 이야기 얘기 서술 소개 주세요 주시
    보세요 보시오 하시오 하라 해라 해주세요 해보세요 해본다면 한다면 본다면 된다면 아는 아는대로
    아시 알고 있는 있나요 있을까요 있는데 있는걸까 있다 그 그것 이 저 것 걸까 거 수 때 등 등등 및
    또는 혹은 그리고 그래서 위한 위해 위해서 통해 통한 대한 관련 관련된 요즘 많이 주로 보통 흔히 꼭
    반드시 더 가장 좀 간단히 간단한 자세히 각각 서로 사용 사용하 사용할 사용하는 쓰 쓰는 쓰면
    쓰는데 쓰고 이용 활용 적용 하는 하나 하나요 하는가 하면 할 할까 한 하다 하여 해서 했을 되는
    되나 되나요 되는가 된 될 되었다는 됐다는 이다 인가 인가요 인지 일까 일까요 입니까 경우 실제
    상황 정도 나온 싶다 싶다면 싶을 중 중에 않고 않는 않는다면 않을 안 얼마 얼마나 만약 만일 어느
    경우에는 버전 정말 과연 항상 같은 된다는 그렇게 이렇게 왜냐 다음 하나의 한가지 몇가지 있게 있
    없 못 두 모두 쓰려면 따로 따 지 기 쓸 알 볼 제대로 이해 이해할 이해하 what whats is are was were be
    been being the a an of in on at to for from by and or as it its it's this that these those
    there do does did you your we our us i me my one can could would should will shall may might
    must explain describe define definition discuss tell give name list say talk about briefly
    please know understand understanding use uses used using usually often when while where which
    who whom with into take takes took than then so such some any each every more most much many very also
    just only well not no mean exactly actually between if have has had let lets get make makes
    made possible do-it concept idea basic basics
"""

_PARTICLES = """
    은 는 이 가 을 를 의 에 에서 에서의 에서는 에는 에게 와 과 도 로 으로 로는 으로는 로서 으로서
    로써 나 이나 만 까지 부터 보다 처럼 하고 랑 이랑 마다 조차 밖에 라는 이라는 라고 이라고 란 이란
    이라면 라면 인가 인가요 인지 인데 일까 일까요 이다 입니다 이고 이며 이면 요 야 죠 들 들은 들이
    들을 들의 적 적인 별 시 시에 할 한 하는 하기 하게 하면 하여 해 해서 한다 한다면 하려면 했을
    했을때 할때 할때의 하지 하는가 하나 하나요 되는 되어 되었 된 될 됨 됐다는 되었다는 되나 되나요
    시키는 시킬 화 때 때의 때는
"""


def _relations(text: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for word in text.split():
        if word.endswith(":"):
            words = found.setdefault(word[:-1], [])
        else:
            words.append(word)
    return {name: tuple(spellings) for name, spellings in found.items()}


RELATIONS = _relations(_RELATIONS)

# Compounds that mean two relations at once.
COMPOUNDS: Mapping[str, tuple[str, ...]] = {
    "장단점": ("pros", "cons"),
    "prosandcons": ("pros", "cons"),
    "tradeoff": ("pros", "cons"),
    "tradeoffs": ("pros", "cons"),
}

FRAME = frozenset(_FRAME.split())

# Longest first: 에서는 before 에서 before 에.
PARTICLES = tuple(sorted(_PARTICLES.split(), key=len, reverse=True))
