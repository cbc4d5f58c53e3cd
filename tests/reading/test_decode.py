import pytest

from reportedly.errors import NotText
from reportedly.reading.decode import codec_of, decode

ENGLISH = "He met André Lund at the base near Dorn on Tuesday, officials of the “free army” said. " * 6
RUSSIAN = "Боевики обстреляли город Дорн, сообщила армия. Погибли двое солдат."
ARABIC = "قالت الشرطة إن مسلحين هاجموا قاعدة عسكرية قرب المدينة وقتلوا جنديين."
POLISH = "Dwóch żołnierzy zginęło w ataku na bazę niedaleko miasta, poinformowało wojsko."


def text_of(data: bytes, declared: str | None = None) -> str:
    return decode(data, declared=declared, where="a")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_or_utf_8_decides(codec: str) -> None:
    assert text_of(POLISH.encode(codec)) == POLISH


def test_utf_8_outweighs_a_wrong_declaration() -> None:
    assert text_of(POLISH.encode(), "iso-8859-1") == POLISH


@pytest.mark.parametrize("codec", ["iso8859-2", "cp1250"])
def test_a_declared_encoding_is_followed(codec: str) -> None:
    assert text_of(POLISH.encode(codec), codec) == POLISH


def test_latin_1_is_read_as_browsers_do() -> None:
    assert text_of(b"\x93Stop\x94, he said.", "iso-8859-1") == "“Stop”, he said."


def test_a_few_western_letters_in_an_english_text_are_read_without_a_declaration() -> None:
    assert text_of(ENGLISH.encode("cp1252")) == ENGLISH


@pytest.mark.parametrize(("text", "codec"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (ARABIC, "cp1256")])
def test_another_script_is_told_by_how_it_reads(text: str, codec: str) -> None:
    assert text_of(text.encode(codec)) == text


@pytest.mark.parametrize("codec", ["iso8859-2", "cp1250"])
def test_accented_latin_text_in_an_undeclared_encoding_is_refused_rather_than_garbled(codec: str) -> None:
    with pytest.raises(NotText, match="UTF-8 is needed"):
        text_of(POLISH.encode(codec))


def test_a_false_declaration_does_not_garble() -> None:
    with pytest.raises(NotText):
        text_of(POLISH.encode("iso8859-2"), "utf-8")


@pytest.mark.parametrize("data", [b"abc\x00def", b"\xff\xfe\x00", bytes(range(128, 256)) * 4])
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(NotText):
        text_of(data)


@pytest.mark.parametrize("data", [b"\x1c", b"\xef\xbb\xbf", "\u00a0\n\u2003".encode()])
def test_blanks_of_any_kind_are_no_text(data: bytes) -> None:
    with pytest.raises(NotText, match="empty"):
        text_of(data)


def test_line_ends_become_one_kind() -> None:
    assert text_of(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_a_label_that_is_no_text_codec_is_not_used() -> None:
    assert codec_of("base64") is None
    assert codec_of("nonsense") is None
    assert codec_of(" UTF8 ") == "utf-8"
    assert codec_of("latin1") == "cp1252"
