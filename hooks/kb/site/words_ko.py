"""The words of the interface in Korean."""

from __future__ import annotations

from types import MappingProxyType

from kb.site.phrases import Words

KO = Words(
    name="한국어",
    locale="ko_KR",
    site_name="머신러닝 면접 노트",
    tagline="머신러닝 면접에서 자주 나오는 질문과 그 답을 한국어와 영어로 정리했습니다.",
    switch="이 페이지를 한국어로 읽기",
    home="홈",
    topics="주제",
    start="여기서 시작하세요",
    unanswered="답변을 기다리는 질문",
    unanswered_intro="아래 질문 {n}개에는 아직 답변이 없습니다. 아는 질문이 있다면 답변을 써 주세요.",
    nothing_unanswered="모든 질문에 답변이 있습니다.",
    other_topic="기타",
    other_topic_description="아직 주제가 정해지지 않은 질문입니다.",
    levels=("기초", "중급", "심화"),
    answered="답변 {n}개",
    not_answered="답변 없음",
    only_other="영어 답변만 있음",
    topic_size="질문 {n}개",
    topic_count="질문 {total}개 중 {done}개에 답변이 있습니다.",
    summary="한마디로",
    answer="답변",
    answer_by="{who}의 답변",
    by="작성",
    source="원문",
    changed="{date} 고침",
    license="라이선스",
    minutes="읽는 데 약 {n}분",
    pitfalls="흔한 오답",
    references="참고 문헌",
    follow_ups="꼬리 질문",
    related="관련 질문",
    other_language="아직 한국어로 쓴 내용이 없어 영어로 쓴 내용을 보여 드립니다.",
    more_in_other="영어로 쓴 답변도 {n}개 있습니다.",
    unanswered_title="아직 답변이 없습니다",
    unanswered_body="이 질문의 첫 답변을 써 주세요. 몇 문장이면 충분합니다.",
    unanswered_file="저장소에 {path} 파일을 만들고 다음과 같이 시작하면 이 페이지에 실립니다.",
    unanswered_foreign="이 질문은 {path} 문서에서 왔습니다. 그 문서에 답변을 쓰면 이 페이지에 실립니다.",
    how_to="답변을 쓰는 방법",
    question_description="머신러닝 면접 질문: {title}",
    glossary="용어집",
    glossary_intro="용어 {n}개를 한국어와 영어로 짧게 풀이했습니다. "
    "답변에서 점선이 그어진 말을 누르면 이곳으로 옵니다.",
    figures="그림 모음",
    figures_intro="이 노트의 그림 {n}점입니다. 제목을 누르면 그림이 실린 답변으로 갑니다. "
    "그림마다 숫자는 모두 코드로 계산했습니다.",
    figure_kinds=MappingProxyType(
        {"stepped": "단계별로 넘겨 보는 그림", "animated": "움직이는 그림", "explorer": "값을 바꿔 보는 그림"}
    ),
    translations="번역 현황",
    translations_intro="한국어로 쓴 글과 영어로 쓴 글이 서로 맞는지 보여 줍니다. "
    "문서 {total}개 가운데 {done}개의 번역이 최신입니다.",
    translations_done="모든 번역이 최신입니다.",
    translation_states=("원문이 바뀐 번역", "번역이 없는 글"),
    stale=MappingProxyType(
        {
            "ko": "번역한 뒤에 영어 원문이 바뀌었습니다. 영어로 쓴 내용이 더 새롭습니다.",
            "en": "번역한 뒤에 한국어 원문이 바뀌었습니다. 한국어로 쓴 내용이 더 새롭습니다.",
        }
    ),
    editors="편집부",
    moved="이 질문은 주소가 바뀌었습니다.",
    share="공유",
    share_buttons=("링크 복사", "공유하기", "Markdown 복사", "답을 가린 링크 복사"),
    share_results=("복사했습니다", "복사하지 못했습니다"),
    quiz="답변을 가려 두었습니다. 먼저 소리 내어 답해 보세요.",
    reveal="답변 보기",
    to_dark="어두운 화면으로 바꾸기",
    to_light="밝은 화면으로 바꾸기",
    made_with="{material}로 만들었습니다.",
    theme=MappingProxyType(
        {
            "action.edit": "이 페이지의 원문 고치기",
            "action.skip": "본문으로 건너뛰기",
            "clipboard.copied": "복사했습니다",
            "clipboard.copy": "복사",
            "header": "머리글",
            "nav": "사이트 메뉴",
            "search.ask": "찾는 질문이 없다면 아직 답변이 없는 질문 가운데 있는지 살펴보세요.",
            "search.blocked": "이 브라우저에서는 검색을 쓸 수 없습니다. 홈에서 주제를 고르거나, "
            "스크립트(web worker)를 막는 설정과 인터넷 연결을 확인해 주세요.",
            "search.nearest": "제목이 가장 비슷한 질문입니다.",
            "search.placeholder": "질문 검색",
            "search.result.initializer": "검색을 준비하고 있습니다",
            "search.result.more.one": "이 페이지에서 1개 더",
            "search.result.more.other": "이 페이지에서 #개 더",
            "search.result.none": "찾은 결과가 없습니다",
            "search.result.one": "1개를 찾았습니다",
            "search.result.other": "#개를 찾았습니다",
            "search.result.term.missing": "빠진 낱말",
            "source": "저장소로 가기",
            "toc": "이 페이지의 내용",
            "top": "맨 위로",
        }
    ),
)
