"""The words of the downloads page and of the question sheet, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kb.model import Lang


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What the question sheet says. `{…}` are filled with `str.format`."""

    title: str
    intro: str
    how: str
    show: str
    views: tuple[str, str, str]
    topics: str
    everything: str
    addresses: str


@dataclass(frozen=True, slots=True)
class DownloadWords:
    """What the downloads page says. `{…}` are filled with `str.format`."""

    title: str
    intro: str
    facts: str
    sizes: tuple[str, str]
    anki: str
    anki_intro: str
    no_decks: str
    decks: Mapping[str, str]
    importing: str
    import_steps: tuple[str, ...]
    updating: str
    update_notes: tuple[str, ...]
    sheet: str
    data: str
    data_intro: str
    data_page: str
    files: tuple[str, str]
    question_sheet: SheetWords


_KO = DownloadWords(
    title="내려받기",
    intro="이 노트를 Anki 카드, 종이, 자료 파일로 가져가 공부하거나 활용할 수 있습니다.",
    facts="카드 {n}장, {size}",
    sizes=("{n}KB", "{n}MB"),
    anki="Anki 카드",
    anki_intro="Anki는 잊을 때쯤 다시 물어 주는 무료 프로그램입니다. "
    "앞면은 질문, 뒷면은 요약과 답변이며 그림과 수식도 들어 있습니다. 주제마다 하위 덱으로 나뉘어 있습니다.",
    no_decks="글을 쓰며 미리 볼 때는 카드를 만들지 않습니다. 사이트를 빌드하면 여기에 실립니다.",
    decks=MappingProxyType({"ko": "한국어 카드", "en": "영어 카드", "all": "두 언어 모두"}),
    importing="카드를 가져오는 방법",
    import_steps=(
        "컴퓨터나 휴대전화에 Anki, AnkiDroid, AnkiMobile 가운데 하나를 설치합니다.",
        "위의 파일을 내려받아 엽니다. 컴퓨터에서는 두 번 누르거나 Anki의 '파일 → 가져오기'를 쓰고, "
        "휴대전화에서는 내려받은 파일을 Anki 앱으로 엽니다.",
        "'가져오기'를 누릅니다. 주제별 덱이 생기면 하나를 골라 시작합니다.",
    ),
    updating="새 판으로 바꿔도 복습 기록은 남습니다",
    update_notes=(
        "새 파일을 같은 방법으로 한 번 더 가져오세요. Anki는 질문마다 정해진 표식으로 카드를 알아보므로 "
        "복습 간격, 다음 복습일, 기록은 그대로이고 글과 그림만 새것으로 바뀝니다. "
        "새 질문은 새 카드로 더해집니다.",
        "가져오기 창의 '노트 업데이트'는 처음 값('더 새로우면')으로 두세요.",
        "질문의 이름이 바뀌어도 같은 카드로 알아봅니다. 옮겨 둔 덱이나 직접 붙인 깃발도 그대로입니다.",
        "카드의 글을 직접 고쳤다면 새 글로 바뀝니다. 자기 생각은 따로 만든 카드에 적어 두세요.",
        "없어진 질문의 카드는 지워지지 않습니다. 필요 없으면 직접 지우세요.",
    ),
    sheet="모든 질문을 주제별로 적어 A4 용지에 인쇄할 수 있게 했습니다. 질문마다 표시하는 칸이 있고, "
    "메모할 줄이나 30초 요약을 함께 넣을 수 있습니다.",
    data="자료 파일",
    data_intro="프로그램에서 쓰려면 모든 질문과 답변을 담은 JSON 파일을 받으세요.",
    data_page="항목의 뜻과 쓰는 예",
    files=("모든 질문과 답변(JSON)", "형식을 적은 JSON Schema"),
    question_sheet=SheetWords(
        title="질문지",
        intro="질문 {n}개를 주제별로 모았습니다. 화면에서 훑어보거나 인쇄해서 쓰세요.",
        how="주제를 누르면 그 주제만 보입니다. 인쇄하면 지금 보이는 대로 A4 용지에 나옵니다.",
        show="질문과 함께 보일 것",
        views=("질문만", "메모할 줄", "30초 요약"),
        topics="주제 고르기",
        everything="전체",
        addresses="질문의 주소는 {address} 뒤에 작은 글씨로 적은 이름을 붙인 것입니다.",
    ),
)
_EN = DownloadWords(
    title="Downloads",
    intro="Take these notes with you: as Anki cards, on paper, or as data.",
    facts="{n} cards, {size}",
    sizes=("{n} kB", "{n} MB"),
    anki="Anki cards",
    anki_intro="Anki is a free program that asks again when you are about to forget. The question is on the "
    "front; a summary and the answer, with figures and formulas, are on the back. Each topic is a deck of "
    "its own.",
    no_decks="Cards are not made while you write and preview. They are listed here once the site is built.",
    decks=MappingProxyType({"ko": "Cards in Korean", "en": "Cards in English", "all": "Both languages"}),
    importing="How to import the cards",
    import_steps=(
        "Install Anki on a computer, or AnkiDroid or AnkiMobile on a phone.",
        "Download a file above and open it. On a computer, double-click it or use File → Import in Anki; on "
        "a phone, open the downloaded file with the app.",
        "Press Import. You get a deck for each topic; pick one to begin with.",
    ),
    updating="A newer version keeps your reviews",
    update_notes=(
        "Import the newer file in the same way. Anki knows each question by a mark that never changes: "
        "intervals, due dates and history stay as they are, and only text and figures are replaced. "
        "New questions are added as new cards.",
        "In the import window, leave “Update notes” as it is (“If newer”).",
        "A question that was renamed is still the same card. Cards that you moved or flagged stay so.",
        "If you edited the text of a card, it is replaced. Keep thoughts of your own on cards of your own.",
        "Cards of questions that are gone are not removed. Delete them yourself if you do not want them.",
    ),
    sheet="All questions by topic for printing on A4: boxes to tick, and if you like, lines to write on or "
    "the 30-second summaries.",
    data="Data",
    data_intro="For programs, all questions and answers come as one JSON file.",
    data_page="What the fields mean, with examples",
    files=("All questions and answers (JSON)", "JSON Schema of the format"),
    question_sheet=SheetWords(
        title="Question sheet",
        intro="{n} questions by topic, to skim here or to print.",
        how="Pick a topic to see only that one. Printing gives what you see, on A4 pages.",
        show="Show with the questions",
        views=("Nothing else", "Lines to write on", "30-second summaries"),
        topics="Pick a topic",
        everything="All",
        addresses="The address of a question is {address} followed by the name in small print.",
    ),
)
DOWNLOADS: Mapping[Lang, DownloadWords] = MappingProxyType({"ko": _KO, "en": _EN})
SHEET: Mapping[Lang, SheetWords] = MappingProxyType({k: v.question_sheet for k, v in DOWNLOADS.items()})
