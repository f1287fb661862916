"""The words of the study page, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kb.model import Lang
from kb.study.phrases import StudyWords

_KO = StudyWords(
    title="학습",
    description="질문에 스스로 답해 보고, 잊을 때쯤 다시 복습합니다.",
    intro="답변을 가린 채 질문을 하나씩 보여 드립니다. 소리 내어 답한 뒤 답변과 견주어 보고 "
    "얼마나 알고 있었는지 고르면, 잊을 때쯤 다시 물어봅니다.",
    no_script="이 페이지는 자바스크립트가 켜져 있어야 쓸 수 있습니다. "
    "다른 페이지는 모두 그대로 읽을 수 있습니다.",
    trouble="학습 도구를 불러오지 못했습니다. 인터넷 연결을 확인하고 다시 열어 주세요.",
    plan="복습 계획",
    review="오늘 복습 시작하기",
    choose="골라서 학습하기",
    topics="주제",
    all_topics="고르지 않으면 모든 주제에서 묻습니다.",
    levels="난이도",
    only="물어볼 질문",
    only_names=("모든 질문", "아직 안 본 질문", "오늘 복습할 질문"),
    order="순서",
    order_names=("무작위", "목록 순서"),
    start="시작하기",
    reveal="답변 보기",
    space="스페이스",
    question="질문",
    answer="답변",
    grade="얼마나 알고 있었나요?",
    grades=("다시", "어려움", "알맞음", "쉬움"),
    back="이전",
    next="다음",
    page="질문 페이지",
    end="끝내기",
    result="결과",
    results="평가",
    repeat="다시 볼 질문",
    repeat_these="이 질문들만 다시 풀기",
    rest="남은 질문 이어서 풀기",
    more="다른 질문 고르기",
    records="내 학습 기록",
    records_intro="학습 기록은 이 브라우저에만 저장되고 어디에도 전송되지 않습니다. "
    "다른 기기로 옮기려면 파일로 내보낸 뒤 그 기기에서 가져오세요. "
    "같은 질문의 기록이 양쪽에 있으면 더 나중 것이 남습니다.",
    learned="일주일 뒤에도 기억할 가능성이 높은 질문을 ‘익힌 질문’으로 셉니다.",
    save="파일로 내보내기",
    load="파일에서 가져오기",
    said=MappingProxyType(
        {
            "count": "질문 {n}개",
            "none": "조건에 맞는 질문이 없습니다.",
            "topicNew": "질문 {total}개",
            "topic": "질문 {total}개 중 {seen}개 봄, {learned}개 익힘",
            "topicDue": "오늘 복습 {n}개",
            "today": "오늘",
            "planned": "{n}개",
            "place": "질문 {total}개 중 {n}번째",
            "shown": "답변이 나왔습니다. 얼마나 알고 있었는지 1부터 4까지의 숫자로 고르세요.",
            "graded": "{grade}. {when} 다시 물어봅니다.",
            "think": "먼저 소리 내어 답해 보세요.",
            "loading": "답변을 불러오고 있습니다.",
            "lost": "답변을 불러오지 못했습니다. 인터넷 연결을 확인한 뒤 다시 눌러 주세요.",
            "by": "{who}의 답변",
            "result": "질문 {answered}개에 답했고, 그중 {known}개를 알고 있었습니다.",
            "nothing": "이번에는 답한 질문이 없습니다.",
            "allKnown": "모두 알고 있었습니다. 훌륭합니다!",
            "left": "답하지 않은 질문이 {n}개 있습니다.",
            "memory": "이 브라우저에는 학습 기록을 저장할 수 없습니다. "
            "이 페이지를 닫으면 기록이 사라지니 필요하면 파일로 내보내세요.",
            "damaged": "저장된 학습 기록 일부가 손상되어 읽지 못했습니다. "
            "손상된 기록은 지우지 않고 따로 두었습니다.",
            "saved": "질문 {n}개의 기록을 내보냈습니다.",
            "loaded": "질문 {n}개의 기록을 새로 가져왔습니다.",
            "dropped": "알아볼 수 없는 기록 {n}개는 건너뛰었습니다.",
            "foreign": "이 파일은 학습 기록이 아닙니다. 바뀐 것은 없습니다.",
            "newer": "더 새로운 버전의 사이트에서 내보낸 파일입니다. 바뀐 것은 없습니다.",
        }
    ),
)
_EN = StudyWords(
    title="Study",
    description="Quiz yourself, and see each question again just before you would forget its answer.",
    intro="Questions come one at a time with their answers hidden. Answer out loud, compare, and say how "
    "well you knew it: the question comes back about when you would forget.",
    no_script="This page needs JavaScript. Every other page can be read without it.",
    trouble="The study tools could not be loaded. Check your connection and open the page again.",
    plan="Review plan",
    review="Start today’s review",
    choose="Choose what to study",
    topics="Topics",
    all_topics="Choose none to be asked about all of them.",
    levels="Difficulty",
    only="Which questions",
    only_names=("All", "Not seen yet", "Due today"),
    order="Order",
    order_names=("Random", "As listed"),
    start="Start",
    reveal="Show the answer",
    space="Space",
    question="Question",
    answer="Answer",
    grade="How well did you know it?",
    grades=("Again", "Hard", "Good", "Easy"),
    back="Back",
    next="Next",
    page="Question page",
    end="Finish",
    result="Result",
    results="Grades",
    repeat="To look at again",
    repeat_these="Repeat just these",
    rest="Go on with the rest",
    more="Choose other questions",
    records="My progress",
    records_intro="Your progress stays in this browser; nothing is sent anywhere. To move it to another "
    "device, export it to a file and import the file there. Where both have reviewed a question, the later "
    "review stays.",
    learned="A question counts as learned when you will probably still know it in a week.",
    save="Export to a file",
    load="Import from a file",
    said=MappingProxyType(
        {
            "count": "{n} question|{n} questions",
            "none": "No question matches.",
            "topicNew": "{total} question|{total} questions",
            "topic": "{seen} of {total} seen, {learned} learned",
            "topicDue": "{n} due",
            "today": "Today",
            "planned": "{n}",
            "place": "Question {n} of {total}",
            "shown": "The answer is shown. Say how well you knew it with a number from 1 to 4.",
            "graded": "{grade}. You will see it again {when}.",
            "think": "Answer out loud first.",
            "loading": "Loading the answer.",
            "lost": "The answer could not be loaded. Check your connection, then press the button again.",
            "by": "Answer by {who}",
            "result": "You answered {answered} and knew {known} of them.",
            "nothing": "You answered nothing this time.",
            "allKnown": "You knew them all. Well done!",
            "left": "{n} question left unanswered.|{n} questions left unanswered.",
            "memory": "This browser does not let the site keep your progress. It will be gone when you close "
            "this page; export it to a file if you need it.",
            "damaged": "Part of your stored progress was damaged and could not be read. It has been set "
            "aside, not deleted.",
            "saved": "Exported the progress of {n} question.|Exported the progress of {n} questions.",
            "loaded": "Imported the progress of {n} question.|Imported the progress of {n} questions.",
            "dropped": "Skipped {n} entry that made no sense.|Skipped {n} entries that made no sense.",
            "foreign": "This file holds no study progress. Nothing has changed.",
            "newer": "This file comes from a newer version of the site. Nothing has changed.",
        }
    ),
)

STUDY: Mapping[Lang, StudyWords] = MappingProxyType({"ko": _KO, "en": _EN})
