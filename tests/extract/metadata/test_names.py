import pytest

from narrate.extract.metadata.names import names, signed


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("Von Ann Lee und Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Ann Lee, Bo Ek and Cy Orr", ("Ann Lee", "Bo Ek", "Cy Orr")),
        ("Par Ann Lee avec AFP", ("Ann Lee", "AFP")),
        ("Ann Lee (ale)", ("Ann Lee",)),
        ("Ann Lee, senior editor", ("Ann Lee",)),
        ("Ann Lee, CFP", ("Ann Lee",)),
        ("https://post.example/ann", ()),
        ("@annlee", ()),
        ("Ann LeeAnn Lee", ("Ann Lee",)),
        ("By By", ()),
        ("The Post GmbH, Valley", ()),
        ("Ann Lee | ann.lee@post.example", ("Ann Lee",)),
        ("Ann Lee @annlee 22h ago | 4 min read", ()),
        ("", ()),
    ],
)
def test_names_in_bylines(text, people):
    assert names(text) == people


def test_a_line_must_say_that_it_is_a_byline():
    assert signed("By Ann Lee, Rome") == ("Ann Lee",)
    assert signed("By Ann Lee ⋅ Review Editor") == ("Ann Lee",)
    assert signed("Ann Lee went to Rome") == ()
