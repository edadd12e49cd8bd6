"""Are the words lit up in the publisher's own page the words that are heard, and nothing else?"""

import json
import random
from itertools import pairwise

import pytest
from browser.stage import BODY, element, page

pytestmark = pytest.mark.slow

LIT = """['narrate-sentence', 'narrate-word']
  .map(name => [...(CSS.highlights.get(name) ?? [])].map(String))"""
NO_HIGHLIGHTS = "delete CSS.highlights; delete window.Highlight;"

FRAMES = """() => new Promise(done => {
  const seen = [], host = document.querySelector('narrate-player');
  const look = () => {
    const lit = [...(CSS.highlights.get('narrate-word') ?? [])].map(String).join('');
    seen.push([host.audio.currentTime, lit]);
    host.audio.currentTime < 15 ? requestAnimationFrame(look) : done(seen);
  };
  requestAnimationFrame(look);
})"""

LINKS_STAY = """document.addEventListener('click',
  event => event.target.closest('a') && event.preventDefault())"""


@pytest.fixture
def manifest(newsroom):
    return json.loads((newsroom / "story.timeline.json").read_text("utf-8"))


def bare(text):
    """The letters of a text."""
    return "".join(letter for letter in text if letter.isalnum())


def test_the_word_that_lights_up_is_the_word_that_is_heard(player, manifest):
    story = player().ready()
    story.play()
    story.until("CSS.highlights.has('narrate-word')")
    spoken = [each for each in manifest["segments"] if "anchor" in each]
    pick = random.Random(7)  # noqa: S311 - nothing is kept secret by it

    for segment in pick.sample(spoken, 10):
        word = pick.choice(segment["words"][:-1])
        middle = (word[2] + word[3]) / 2
        story.button("Pause").click()
        story.until("host.paused")
        story.ask(f"host.currentTime = {middle}")
        story.until(f"!host.audio.seeking && Math.abs(host.audio.currentTime - {middle}) < .02")
        at, sentence, lit = story.ask(f"[host.currentTime, ...{LIT}]")
        assert at == pytest.approx(middle, abs=0.02)
        assert bare("".join(lit)) == bare(segment["text"][word[0] : word[1]])
        assert bare("".join(sentence)) == bare(segment["text"])
        story.play()


def test_while_it_plays_the_light_keeps_step(player, manifest):
    story = player().ready()
    story.play()
    story.ask("host.currentTime = 12")
    story.until("host.audio.currentTime > 12.2")
    words = [
        (start, end, bare(each["text"][left:right]))
        for each in manifest["segments"]
        for left, right, start, end in each["words"]
    ]

    seen = story.tab.evaluate(FRAMES)

    # What a frame shows was chosen in it or in the one before, however long they took.
    wrong = [
        (before, at, lit)
        for (before, _), (at, lit) in pairwise(seen)
        if (
            lit
            and not any(bare(lit) == w and s - 0.1 < at and before < e + 0.4 for s, e, w in words)
        )
        or (not lit and any(s + 0.1 < before and at < e - 0.1 for s, e, _ in words))
    ]
    assert len({lit for _, lit in seen}) > 2
    assert wrong == []


def test_the_articles_document_is_left_as_it_was(player):
    story = player()
    before = story.ask("document.documentElement.outerHTML")
    story.ready()
    story.play()
    story.until("CSS.highlights.has('narrate-word')")
    story.button("Transcript").click()
    story.button("More").click()
    story.part("chapter").first.wait_for()
    story.part("seek").fill("25")
    story.button("Pause").click()

    assert story.ask("document.documentElement.outerHTML") == before


def test_a_click_on_a_sentence_plays_from_it(player, manifest):
    story = player().ready()
    story.play()
    story.until("CSS.highlights.has('narrate-word')")
    wanted = next(each for each in manifest["segments"] if each["text"].startswith("It cost £41m"))

    box = story.tab.evaluate(
        """() => { const walk = document.createTreeWalker(document.querySelector('article'), 4);
        while (walk.nextNode()) { const at = walk.currentNode.data.indexOf('took\\nfive');
          if (at >= 0) { const range = document.createRange(); range.setStart(walk.currentNode, at);
            range.setEnd(walk.currentNode, at + 4); const {x, y, width, height} =
            range.getBoundingClientRect(); return {x, y, width, height}; } } }"""
    )
    story.tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    story.until(f"Math.abs(host.audio.currentTime - {wanted['start']}) < 1")
    story.until(
        "[...CSS.highlights.get('narrate-sentence')].map(String).join('').startsWith('It cost')"
    )


def test_a_click_beside_the_text_or_on_a_link_is_the_readers_own(player):
    story = player().ready()
    story.play()
    story.until("CSS.highlights.has('narrate-word')")
    story.ask(LINKS_STAY)
    story.button("Pause").click()
    at = story.ask("host.currentTime")

    story.tab.locator("article a").click()
    story.tab.locator("article p").first.dblclick()
    story.tab.mouse.click(5, 400)
    story.tab.wait_for_timeout(400)

    assert story.ask("[host.paused, host.currentTime]") == [True, at]


def test_the_page_follows_until_the_reader_scrolls(player, manifest):
    story = player(viewport={"width": 900, "height": 320}).ready()
    last = [each for each in manifest["segments"] if "anchor" in each][-1]
    story.play()
    story.until("CSS.highlights.has('narrate-word')")
    story.ask(f"host.currentTime = {manifest['segments'][0]['start']}")
    story.ask("scrollTo(0, 0)")
    for each in manifest["segments"]:
        story.ask(f"host.currentTime = {each['start'] + 0.05}")
        story.tab.wait_for_timeout(60)
    story.until("scrollY > 150")

    story.tab.mouse.move(300, 200)
    story.tab.mouse.wheel(0, -5000)
    story.until("scrollY === 0")
    story.ask(f"host.currentTime = {last['start'] + 0.1}")
    story.tab.wait_for_timeout(500)

    assert story.ask("scrollY") == 0


def test_the_transcript_is_in_step_and_can_be_searched(player, manifest):
    story = player().ready()
    story.button("Transcript").click()
    story.part("sentence").first.wait_for()

    story.part("search").fill("sailors")
    shown = story.tab.locator("narrate-player [part~=sentence]:visible")
    found = story.ask("shadow.querySelector('.status').textContent")
    shown.first.click()

    wanted = next(each for each in manifest["segments"] if "sailors" in each["text"])
    assert (shown.count(), found) == (1, "1 found")
    story.until(f"!host.paused && Math.abs(host.audio.currentTime - {wanted['start']}) < 1")
    story.until("shadow.querySelector('[aria-current=true]').textContent.includes('sailors')")
    story.until("shadow.querySelector('.word').textContent")


def test_the_transcript_is_walked_with_the_arrows(player):
    story = player().ready()
    story.button("Transcript").click()
    story.part("sentence").first.focus()

    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
        story.tab.keyboard.press(key)

    story.until("!host.paused")
    chosen = story.ask("shadow.activeElement.textContent")
    assert chosen == story.part("sentence").nth(2).inner_text()


def test_where_highlights_are_missing_the_transcript_reads_along(player):
    story = player(init=NO_HIGHLIGHTS).ready()

    story.play()

    story.until("shadow.querySelector('.transcript .word')?.textContent")


def test_the_light_can_be_put_out(player):
    story = player().ready()
    story.play()
    story.until("CSS.highlights.has('narrate-word')")
    story.button("More").click()

    story.tab.get_by_label("Highlight the words in the article").click()

    assert not story.ask("CSS.highlights.has('narrate-word')")


def test_an_article_of_none_is_left_alone(player):
    story = player(page(element('article="none"'))).ready()

    story.play()
    story.until("shadow.querySelector('.marks i')")
    story.ask("host.currentTime = 20")
    story.tab.wait_for_timeout(300)

    assert not story.ask("CSS.highlights.has('narrate-sentence')")


SHIPPED = """() => {
  const article = document.querySelector('article');
  for (const each of article.querySelectorAll('p, h2')) {
    const ad = document.createElement('div');
    ad.innerHTML = '<span>Advertisement</span><p>It was never fast. Buy shoes now!</p>';
    each.before(ad);
  }
  const walk = document.createTreeWalker(article, 4), texts = [];
  while (walk.nextNode()) texts.push(walk.currentNode);
  texts.forEach((text, number) => {
    text.data = text.data.replace(/[“”]/g, '"').replace(/[’‘]/g, "'")
      .replace(/ (\\d)/g, '\\u00a0$1').replace(/ferry/g, 'fer\\u00adry').replace(/ /g, '\\n  ');
    if (text.length < 40) return;
    const middle = text.splitText(13), outer = document.createElement('span');
    middle.splitText(9);
    middle.before(outer);
    outer.append(document.createElement('span'));
    outer.firstChild.append(middle);
    if (number % 3) return;
    const ad = document.createElement('span');
    ad.textContent = 'Advertisement';
    outer.after(ad);
  });
}"""

FOUND = """async segments => {
  const {index, place, ranges} = await import('./player/anchors.js');
  const ix = index(document.body), places = place(ix, segments.map(each => each.anchor ?? null));
  return places.map((pieces, number) => pieces && ranges(ix, pieces, segments[number].anchor.exact)
    .map(range => [range.toString(),
      range.startContainer.parentElement.closest('p, h2, h1').textContent]));
}"""


def test_on_a_page_as_sites_ship_them_the_sentences_are_found(player, manifest):
    story = player()
    story.tab.evaluate(SHIPPED)

    found = story.tab.evaluate(FOUND, manifest["segments"])

    for segment, pieces in zip(manifest["segments"], found, strict=True):
        if "anchor" in segment:
            assert pieces, segment["text"]
            assert bare("".join(text for text, _ in pieces)) == bare(segment["text"])


@pytest.mark.parametrize("number", range(4))
def test_words_alone_are_enough_where_they_are_many(player, manifest, number):
    segments = [
        each for each in manifest["segments"] if "anchor" in each and len(bare(each["text"])) >= 20
    ]
    for each in segments[number::2] if number < 2 else segments[: 4 * number - 7]:
        each["anchor"] = {"selector": "", "exact": each["text"]}
    story = player(page(element(), body=BODY * 2))

    found = story.tab.evaluate(FOUND, segments)

    assert len(segments) > 8
    assert [bare(pieces[0][0]) for pieces in found] == [bare(each["text"]) for each in segments]


def test_a_sentence_that_was_changed_is_left_out(player, manifest):
    body = BODY.replace("two more than the council", "three more than the council")
    body = body.replace("<p>Its bell stays behind. ", "<p>")
    story = player(page(element(), body=body + "<p>Its bell stays behind.</p>"))

    found = story.tab.evaluate(FOUND, manifest["segments"])

    missing = [
        segment["text"].split(",")[0]
        for segment, pieces in zip(manifest["segments"], found, strict=True)
        if "anchor" in segment and not pieces
    ]
    assert missing[0].startswith("It cost £41m")
    assert len(missing) <= 2


@pytest.mark.parametrize("words", ["No.", "It was never fast, and it was never warm"])
def test_repeated_words_are_found_in_their_own_place(player, manifest, words):
    story = player(page(element(), body=f"<p>{words}</p><p>No. No. No.</p>{BODY}<p>{words}</p>"))
    number = next(
        n
        for n, each in enumerate(manifest["segments"])
        if words in each["text"] and "anchor" in each
    )

    found = story.tab.evaluate(FOUND, manifest["segments"])

    ((_, around),) = found[number]
    expected = "sailors" if words == "No." else "Ailsa Corrie"
    assert expected in around
