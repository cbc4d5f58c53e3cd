"""The forms of every language: each reads its own example, and a form that cannot be read names itself."""

import pytest

from reportedly.errors import DataError
from reportedly.languages.tables import languages
from reportedly.languages.times import Form, FormKind, time_words
from reportedly.understanding.times.forms import compile_form, compiled_forms
from reportedly.understanding.times.scanning import lowered

FORMS = [(code, form) for code in languages() for form in time_words(code).forms]


@pytest.mark.parametrize(("code", "form"), FORMS, ids=[f"{code}: {form.pattern}" for code, form in FORMS])
def test_a_form_reads_the_whole_of_its_example(code: str, form: Form) -> None:
    match = compile_form(form, time_words(code))[0].pattern.match(lowered(form.example))
    assert match is not None
    assert match.group() == lowered(form.example)


@pytest.mark.parametrize("code", languages())
def test_every_holiday_has_a_rule(code: str) -> None:
    words = time_words(code)
    assert set(words.classes["holiday"].values()) <= set(words.holidays)


@pytest.mark.parametrize("code", languages())
def test_forms_are_indexed_by_the_words_they_open_with(code: str) -> None:
    assert all(forms for forms in compiled_forms(code).values())


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [("{nothing}", "no class or shape 'nothing'"), ("on [ {weekday}", "']' is missing"), ("[ on ]", "must open with")],
)
def test_a_form_that_cannot_be_read_names_itself(pattern: str, reason: str) -> None:
    form = Form(kind=FormKind.WEEKDAY, pattern=pattern, example="", fixed={})
    with pytest.raises(DataError) as caught:
        compile_form(form, time_words("en"))
    assert reason in str(caught.value)
    assert pattern in str(caught.value)
