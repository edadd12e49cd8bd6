import pytest

from narrate.extract.language import language_of

SENTENCES = {
    "en": "The river rose in the night, and by the morning it was at the doors of the houses.",
    "es": "El río creció en la noche y por la mañana estaba en las puertas de las casas.",
    "fr": "La rivière est montée dans la nuit et le matin elle était aux portes des maisons.",
    "de": "Der Fluss stieg in der Nacht, und am Morgen stand er vor den Türen der Häuser.",
    "pt": "O rio subiu durante a noite e de manhã já estava às portas das casas da vila.",
    "it": "Il fiume è salito nella notte e al mattino era alle porte delle case del paese.",
    "nl": "De rivier steeg in de nacht en stond in de ochtend voor de deuren van het huis.",
    "sv": "Floden steg under natten och på morgonen stod den vid dörrarna till husen i byn.",
    "pl": "Rzeka podniosła się w nocy, a rano była już przy drzwiach domów, które stoją na brzegu.",
    "tr": "Nehir gece yükseldi ve sabah bu evlerin kapısına kadar geldi, çok daha yüksek bir su.",
    "ru": "Река поднялась ночью, и к утру она была у дверей домов, которые стоят на берегу.",
    "ar": "ارتفع النهر في الليل وكان في الصباح على أبواب البيوت التي كانت على الضفة",
    "he": "הנהר עלה בלילה ובבוקר הוא עמד בפתח הבתים",
    "ja": "川は夜のうちに増水し、朝には家々の戸口まで来ていた。",
    "zh": "河水在夜里上涨，早晨已经到了房屋的门口。",
    "ko": "강물이 밤새 불어나 아침에는 집 문 앞까지 찼다.",
    "el": "Το ποτάμι ανέβηκε τη νύχτα και το πρωί ήταν στις πόρτες των σπιτιών.",
    "hi": "रात में नदी बढ़ गई और सुबह तक घरों के दरवाज़ों पर थी।",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_the_language_is_told_by_the_text(language):
    assert language_of(SENTENCES[language], None) == language


def test_a_declared_language_is_believed_with_its_region():
    assert language_of(SENTENCES["en"], "en-GB") == "en-GB"


def test_a_wrong_declaration_is_overruled():
    assert language_of(SENTENCES["de"] * 3, "en") == "de"


def test_nothing_is_said_of_nothing():
    assert language_of("", None) is None
