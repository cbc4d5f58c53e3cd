import pytest

from reportedly.cleaning.recognise import language_of, recognise, tag_of


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("en", "en"),
        ("EN_gb", "en-GB"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("es-419", "es-419"),
        ("en-US-x-private", "en-US"),
        ("English language", None),
        ("", None),
        (None, None),
    ],
)
def test_a_tag_is_brought_into_its_usual_form(said: str | None, tag: str | None) -> None:
    assert tag_of(said) == tag


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A drone hit a barracks near Dorn and two soldiers were wounded, the army said.", "en"),
        ("Un drone a frappé une caserne près de Dorn et deux soldats ont été blessés, selon l'armée.", "und"),
        ("Un dron impactó en un cuartel cerca de Dorn y dos soldados resultaron heridos, dijo el ejército.", "und"),
        ("Een drone raakte een kazerne bij Dorn en twee soldaten raakten gewond, zei het leger op dinsdag.", "und"),
        ("Дрон попал в казарму близ Дорна, двое солдат ранены, сообщила армия.", "und"),
        ("Blast", "und"),
    ],
)
def test_a_language_is_known_by_its_function_words_or_not_at_all(text: str, language: str) -> None:
    assert recognise(text) == language


def test_what_was_said_outweighs_the_words_and_und_says_nothing() -> None:
    assert language_of("The men fled to the hills and the army was near.", "und", "fr") == "fr"
    assert language_of("The men fled to the hills and the army was near.", "und") == "en"
