import pytest

from narrate.spoken.capitals import in_headline, joined, runs, words

PARTICLES = frozenset({"van", "der", "von", "de", "la", "los", "bin"})


def texts(found):
    return [word.text for word in found]


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("O'Brien-Smith's car, Ann’s dog", "en", ["O'Brien-Smith", "car", "Ann", "dog"]),
        ("I’ve met D'Angelo", "en", ["I", "met", "D'Angelo"]),
        ("L'Ukraine et l’Oréal d'Estaing", "fr", ["Ukraine", "et", "Oréal", "Estaing"]),
        ("d'Artagnan", "en", ["Artagnan"]),
        ("Assad al-Sisi", "en", ["Assad", "al-Sisi"]),
        ("See x.org, @Ann, #Tag, a@Ben.org and F16.", "en", ["See", "and"]),
        ("Covid-19 in Łódź", "en", ["Covid", "in", "Łódź"]),
    ],
)
def test_what_is_a_word(sentence, language, expected):
    assert texts(words(sentence, language)) == expected


def test_where_it_stands():
    sentence = "Ann met O'Hara's aunt."

    found = words(sentence, "en")

    assert [sentence[word.start : word.end] for word in found] == texts(found)


@pytest.mark.parametrize(
    "sentence",
    ["Rain fell", "“Rain fell", "He said: Rain", "He said: “Rain", "What? Rain", "– Rain", "¿Rain"],
)
def test_a_capital_that_comes_from_its_place(sentence):
    (rain,) = [word for word in words(sentence, "en") if word.text == "Rain"]

    assert rain.placed


@pytest.mark.parametrize(
    "sentence", ["He met Rain", "Gov. Rain", "(Reuters) Rain", "of ‘the’ Rain"]
)
def test_a_capital_of_its_own(sentence):
    assert not words(sentence, "en")[-1].placed


def test_a_headline_gives_every_word_a_capital():
    headline, plain, sentence = (
        in_headline(words(text, "en"), text)
        for text in (
            "Ngozi Wins Second Vote in Lagos",
            "Ngozi wins second vote in Lagos",
            "Then Ngozi met Ada Okonjo Vint.",
        )
    )

    assert all(word.placed for word in headline)
    assert not plain[-1].placed
    assert not sentence[-1].placed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Then Ursula von der Leyen left", ["Then", "Ursula", "von der Leyen", "left"]),
        ("Van der Berg and De Gaulle", ["Van der Berg", "and", "De Gaulle"]),
        ("in Los Angeles, van life", ["in", "Los Angeles", "van", "life"]),
        ("a den, der Berg", ["a", "den", "der", "Berg"]),
        ("van, Berg", ["van", "Berg"]),
    ],
)
def test_particles_belong_to_the_name(sentence, expected):
    assert texts(joined(words(sentence, "en"), PARTICLES)) == expected


def test_runs_end_at_a_comma_and_at_a_small_word():
    found = list(runs(words("Then Ada Lovelace, Ann and Bo left", "en")))

    assert [texts(run) for run in found] == [["Then", "Ada", "Lovelace"], ["Ann"], ["Bo"]]
