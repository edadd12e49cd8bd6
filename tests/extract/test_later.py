import subprocess
import sys

SCRIPT = """
import sys
from narrate.extract.later import load_later
load_later("soupsieve")
from bs4 import BeautifulSoup
print("soupsieve.css_parser" in sys.modules)
print(BeautifulSoup("<p><b>rain</b></p>", "lxml").select_one("p > b").text)
print("soupsieve.css_parser" in sys.modules)
import soupsieve
print(len(soupsieve.select("b", BeautifulSoup("<b>", "lxml"))))
"""


def test_it_is_loaded_when_it_is_used_and_not_before():
    said = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )

    assert said.stdout.split() == ["False", "rain", "True", "1"]


def test_what_is_there_already_is_left_alone():
    from narrate.extract.later import load_later

    before = sys.modules["subprocess"]

    load_later("subprocess")

    assert sys.modules["subprocess"] is before
