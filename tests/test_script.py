from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.errors import ScriptError
from narrate.model import Anchor, Article, Block, Gloss, Metadata
from narrate.phrases import phrases_for
from narrate.script import Frame, disclosed, write

METADATA = Metadata(
    "Rain stops play", ("Ann Example", "Bo Beispiel"), published="2026-11-17", language="en-US"
)
EN = phrases_for("en-US")
ANNOUNCED = Frame(quotations=True)
BARE = Frame(disclaimer="", title=False, byline=False, date=False, end=False)


def paragraph(text, **more):
    return Block("paragraph", text, **more)


@pytest.fixture
def written(voice):
    def call(*blocks, frame=None, metadata=METADATA):
        return write(Article(metadata, blocks), voice, EN, frame)

    return call


def kinds(script):
    return [segment.kind for segment in script.segments]


def texts(script):
    return [segment.text for segment in script.segments]


def test_everything_is_said_in_its_order(written, voice):
    script = written(paragraph("It rained."), Block("heading", "After", level=2), paragraph("Sun."))

    assert kinds(script) == [
        "disclaimer", "disclaimer", "title", "byline", "date",
        "paragraph", "heading", "paragraph", "end",
    ]  # fmt: skip
    assert " ".join(texts(script)[:2]) == voice.disclaimer
    assert texts(script)[2] == "Rain stops play"
    assert "Ann Example and Bo Beispiel" in texts(script)[3]
    assert "17" in texts(script)[4]
    assert (script.voice, script.language) == ("en-us", "en-US")


def test_what_is_not_known_is_not_said(written):
    script = written(paragraph("It rained."), metadata=Metadata("Rain"))

    assert "byline" not in kinds(script)
    assert "date" not in kinds(script)


@pytest.mark.parametrize(
    ("frame", "gone"),
    [
        (Frame(disclaimer=""), "disclaimer"),
        (Frame(title=False), "title"),
        (Frame(byline=False), "byline"),
        (Frame(date=False), "date"),
        (Frame(end=False), "end"),
    ],
)
def test_each_part_of_the_frame_can_be_left_out(written, frame, gone):
    whole = kinds(written(paragraph("It rained.")))
    less = kinds(written(paragraph("It rained."), frame=frame))

    assert less == [kind for kind in whole if kind != gone]


def test_the_notice_can_be_worded_otherwise(written):
    script = written(paragraph("It rained."), frame=Frame(disclaimer="A machine reads."))

    assert texts(script)[0] == "A machine reads."
    assert kinds(script).count("disclaimer") == 1


def test_the_notice_can_be_said_at_the_end_too(written, voice):
    script = written(paragraph("It rained."), frame=Frame(closing=True))

    assert kinds(script)[-3:] == ["end", "disclaimer", "disclaimer"]
    assert " ".join(texts(script)[-2:]) == voice.disclaimer


def test_a_notice_in_another_language_is_marked_and_spelt_as_such(voice):
    foreign = replace(voice, language="tlh", disclaimer_language="en", disclaimer="AI voice no. 3.")

    script = write(Article(METADATA, (paragraph("It rained."),)), foreign, EN)

    assert script.segments[0].language == "en"
    assert "number" in script.segments[0].spoken
    assert script.segments[1].language is None


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (Frame(), ["disclaimer", "disclaimer", "paragraph"]),
        (Frame(disclaimer=""), ["paragraph"]),
        (Frame(disclaimer="AI voice."), ["disclaimer", "paragraph"]),
        (
            Frame(disclaimer="AI voice.", closing=True),
            ["disclaimer", "paragraph", "disclaimer"],
        ),
    ],
)
@pytest.mark.parametrize("opens", [True, False])
def test_an_edited_script_gets_the_notice_that_is_wanted(written, voice, frame, expected, opens):
    ours = Frame(title=False, byline=False, date=False, end=False)
    script = written(paragraph("It rained."), frame=ours)
    edited = script if opens else replace(script, segments=script.segments[2:])

    found = disclosed(edited, voice, EN, frame)

    assert kinds(found) == expected
    assert disclosed(found, voice, EN, frame) == found


def test_what_a_person_changed_in_the_notice_stays(written, voice):
    script = written(paragraph("It rained."))
    own = replace(script.segments[0], text="Our AI voice.", spoken="Our A I voice.")
    edited = replace(script, segments=(own, *script.segments[2:]))

    assert disclosed(edited, voice, EN, Frame()) == edited


def test_what_must_not_be_read_is_not(written):
    script = written(
        paragraph("It rained."), paragraph("Buy now!", omitted="promotion"), frame=BARE
    )

    assert texts(script) == ["It rained."]


@pytest.mark.parametrize("blocks", [(), (paragraph("Ad", omitted="advertisement"),)])
def test_nothing_to_read_is_an_error(written, blocks):
    with pytest.raises(ScriptError, match="nothing in this article"):
        written(*blocks)


def test_each_sentence_is_a_segment_of_its_block(written):
    script = written(paragraph("One. Two! Three?"), paragraph("Four."), frame=BARE)

    assert texts(script) == ["One.", "Two!", "Three?", "Four."]
    assert [segment.block for segment in script.segments] == [0, 0, 0, 1]


def test_pauses_tell_sentences_paragraphs_and_headings_apart(written, voice):
    script = written(
        paragraph("One. Two."), Block("heading", "Next", level=3), paragraph("End."), frame=BARE
    )

    pauses = voice.pauses
    assert [segment.pause for segment in script.segments] == [
        pauses.sentence,
        pauses.paragraph,
        pauses.heading,
        pauses.paragraph,
    ]
    assert script.segments[2].level == 3


def test_a_sentence_has_its_own_place_in_the_page(written):
    anchor = Anchor("p:nth-of-type(2)", "One day. One day. Two.", "before ", " after")

    script = written(paragraph("One day. One day. Two.", anchor=anchor), frame=BARE)

    anchors = [segment.anchor for segment in script.segments]
    assert [found.exact for found in anchors] == texts(script) == ["One day.", "One day.", "Two."]
    assert {found.selector for found in anchors} == {anchor.selector}
    assert anchors[0].prefix == "before "
    assert anchors[1].prefix == "before One day. "
    assert anchors[2].suffix == " after"


def test_what_the_script_adds_has_no_place_in_the_page(written):
    anchor = Anchor("li", "Milk.")
    item = Block("list_item", "Milk.", level=1, number="3", anchor=anchor)

    script = written(item, frame=BARE)

    number, milk = script.segments
    assert "3" in number.text
    assert (number.anchor, number.block) == (None, 0)
    assert milk.anchor == anchor


def test_who_speaks_is_said_once_in_a_row(written):
    script = written(
        paragraph("Why?", speaker="Ann"),
        paragraph("Tell me.", speaker="Ann"),
        paragraph("Because.", speaker="Bo"),
        frame=BARE,
    )

    said = texts(script)
    assert [("Ann" in text, "Bo" in text) for text in said] == [
        (True, False), (False, False), (False, False), (False, True), (False, False),
    ]  # fmt: skip


def test_a_speaker_that_the_text_names_is_said_once(written):
    script = written(
        paragraph("Q: Is the question why?", speaker="Q"),
        paragraph("A: It is.", speaker="A"),
        paragraph("Ann Lind: Thank you.", speaker="Ann Lind"),
        frame=BARE,
    )

    assert [(one.text, one.spoken) for one in script.segments] == [
        ("Q: Is the question why?", "Question: Is the question why?"),
        ("A: It is.", "Answer: It is."),
        ("Ann Lind: Thank you.", "Ann Lind: Thank you."),
    ]


def test_the_time_of_an_update_is_said_before_it(written):
    script = written(paragraph("Gates open.", time="10:05"), frame=BARE)

    assert "10:05" in texts(script)[0]
    assert texts(script)[1] == "Gates open."


def test_a_correction_is_announced_unless_it_says_so_itself(written):
    bare, told = (
        texts(written(Block("correction", text), frame=BARE))
        for text in ("The bridge has seven piers.", "Correction: The bridge has seven piers.")
    )

    assert len(bare) == 2
    assert len(told) == 1


def test_a_passage_in_another_language_is_marked(written):
    script = written(
        paragraph("Il pleut.", language="fr"), paragraph("Rain.", language="en-US"), frame=BARE
    )

    assert [segment.language for segment in script.segments] == ["fr", None]


def test_the_pauses_are_the_voice_s_own(voice):
    slow = replace(voice, pauses=replace(voice.pauses, paragraph=2.0))

    script = write(Article(METADATA, (paragraph("It rained."),)), slow, EN, BARE)

    assert script.segments[0].pause == 2.0


WORDS = st.lists(
    st.sampled_from(["rain", "Dr. Lee", "$2m", "fell.", "Yes!", "“So”", "3.5%", "a"]), min_size=1
)


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=4))
def test_no_word_of_the_text_is_lost(voice, paragraphs):
    article = Article(METADATA, tuple(map(paragraph, paragraphs)))

    script = write(article, voice, EN, BARE)

    for number, text in enumerate(paragraphs):
        said = [one.text for one in script.segments if one.block == number]
        assert " ".join(said).split() == text.split()


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=3))
def test_the_same_article_makes_the_same_script(voice, paragraphs):
    article = Article(METADATA, tuple(map(paragraph, paragraphs)))

    assert write(article, voice, EN) == write(article, voice, EN)


@given(st.text(max_size=60).filter(str.strip))
def test_any_text_makes_a_script_with_aligned_words(voice, text):
    article = Article(METADATA, (paragraph(text),))

    script = write(article, voice, EN)

    for segment in script.segments:
        ends = [0]
        for token in segment.tokens:
            assert ends[-1] <= token.start <= token.end <= len(segment.text)
            assert 0 <= token.said_start <= token.said_end <= len(segment.spoken)
            ends.append(token.end)


def test_a_table_that_is_not_read_is_announced_once(written):
    rows = tuple(Block("table", f"row {number}", "table") for number in range(3))

    script = written(paragraph("It rained."), *rows)

    said = [segment.text for segment in script.segments if segment.kind == "table"]
    assert said == [EN.table]


def test_tables_are_announced_by_their_captions_each(written):
    first = (Block("caption", "Metres by town.", "table"), Block("table", "Upton, 3", "table"))
    second = (Block("caption", "Bridges", "table"), Block("table", "Upton, 1", "table"))

    script = written(paragraph("It rained."), *first, *second)

    said = [segment.text for segment in script.segments if segment.block in (1, 3)]
    assert said == [EN.table_announcement("Metres by town"), EN.table_announcement("Bridges")]


def test_an_embedded_post_is_announced_only_when_asked_for(written):
    post = Block("embed", "Look at this!", "embed")

    quiet = written(paragraph("It rained."), post)
    told = written(paragraph("It rained."), post, post, frame=Frame(embeds=True))

    assert "embed" not in [segment.kind for segment in quiet.segments]
    assert [s.text for s in told.segments if s.kind == "embed"] == [EN.embed]


def test_a_quotation_is_announced_and_closed_once_where_that_is_asked_for(written):
    parts = (Block("quotation", "It rained."), Block("quotation", "It stopped."))

    quiet = written(paragraph("She said:"), *parts)
    told = written(paragraph("She said:"), *parts, paragraph("So it did."), frame=ANNOUNCED)

    assert EN.quotation not in texts(quiet)
    said = [text for text in texts(told) if text in (EN.quotation, EN.quotation_end, "It rained.")]
    assert said == [EN.quotation, "It rained.", EN.quotation_end]


def test_emoji_are_said_only_where_that_is_asked_for(written):
    happy = paragraph("We won \N{GRINNING FACE}!")

    quiet, told = written(happy, frame=BARE), written(happy, frame=replace(BARE, emoji=True))

    assert "\N{GRINNING FACE}" not in quiet.segments[0].spoken
    assert "\N{GRINNING FACE}" in told.segments[0].spoken  # the voice has a name for it


def test_what_the_page_says_of_a_word_is_said_in_its_sentence(written):
    reading = Gloss(17, 20, "World Health Organization")

    script = written(paragraph("It rained. Then, WHO met.", readings=(reading,)), frame=BARE)

    assert script.segments[1].text == "Then, WHO met."
    assert script.segments[1].spoken == "Then, World Health Organization met."


def test_a_reading_whose_words_stand_beside_it_is_not_said_twice(written):
    reading = Gloss(27, 30, "World Health Organization")

    script = written(
        paragraph("World Health Organization (WHO) met.", readings=(reading,)), frame=BARE
    )

    assert script.segments[0].spoken == "World Health Organization (W.H.O) met."
