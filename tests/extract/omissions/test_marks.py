from narrate.extract.omissions.marks import mark


def test_styles_that_are_written_out_say_nothing_of_an_element():
    assert mark("div", {"class": "mb-6 [&_.caption]:mt-2 [&>figcaption]:hidden"}) is None
    assert mark("div", {"class": "mb-6 caption"}) == "caption"
