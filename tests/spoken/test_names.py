from narrate.spoken import Entry, Lexicon, unknown_names

TEXT = """Szymon Boyd, of Acme, met Ann Lee on Monday. Polls rose, and polls fell.
In Łódź, Szymon's rival Bo Quarrie spoke; the UN and NATO did not. Quarrie said so."""


def test_names_that_nothing_knows_are_listed_the_strangest_first():
    found = unknown_names(TEXT, "en-US")

    assert [name.name for name in found] == ["Szymon", "Łódź", "Acme", "Bo", "Quarrie"]
    assert [name.strange for name in found] == [True, True, False, False, False]
    assert found[0].sentence.startswith("In Łódź")


def test_what_the_lexicon_has_is_left_out():
    lexicon = Lexicon.of([Entry("Szymon", alias="Shimon"), Entry("łódź", alias="Woodge")])

    found = unknown_names(TEXT, "en-US", lexicon=lexicon)

    assert not {"Szymon", "Łódź"} & {name.name for name in found}
