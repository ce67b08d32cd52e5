"""Whatever is typed is a question, and what was cut out of a text finds it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lvzhi.search import folding
from lvzhi.search.asking import TERMS, read
from lvzhi.search.folding import fold, grams, pieces, plain, spread

FEW = settings(max_examples=60, deadline=None, derandomize=True, database=None)
HERE = "老旧小区加裝電梯第0123号提案食堂补助標準ＡＢｃ１2㎡ﬁ①“”「」《》，。 \n\t-_·é"
ANY = st.one_of(st.text(max_size=60), st.text(alphabet=HERE, max_size=60))


@FEW
@given(ANY)
def test_one_spelling_is_final_and_keeps_places(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert len(fold(spread(text))) == len(spread(text))


@FEW
@given(ANY)
def test_whatever_is_typed_is_read(typed: str) -> None:
    asked = read(typed)
    assert len(asked.terms) <= TERMS
    assert all(term.text == plain(term.text) != "" for term in asked.terms)
    assert bool(asked) == bool(asked.terms)


@FEW
@given(ANY, st.data())
def test_what_is_cut_out_of_a_text_is_held_by_it(text: str, data: st.DataObject) -> None:
    whole = plain(text)
    start = data.draw(st.integers(0, len(whole)))
    cut = whole[start : data.draw(st.integers(start, len(whole)))]
    figures = [word for word in cut.split() if len(word) == 1 and word.isdigit()]
    if not figures:  # a figure by itself is asked for as a number
        assert read(cut).held(whole, whole)
        assert read(f"“{cut}”").held(whole, whole)


@FEW
@given(st.text(alphabet=HERE, max_size=60))
def test_pairs_give_back_the_text(text: str) -> None:
    for run in plain(text).split():
        told = pieces(run)
        assert told[0] + "".join(piece[1:] for piece in told[1:]) == run
    assert [piece for field in grams(plain(text)) for piece in field] == [
        piece for run in plain(text).split() for piece in pieces(run)
    ]


@FEW
@given(st.integers(0, 999_999_999), st.integers(0, 5), st.integers(0, 9))
def test_a_number_is_found_however_it_is_written_and_not_in_a_longer_one(number: int, zeros: int, more: int) -> None:
    held = folding.numbers(f"商政提〔2026〕第{number:04d}号")
    typed = "0" * zeros + str(number)
    for words in (f"第{typed}号", f"{typed}号提案"):
        if len(typed) <= 9:
            assert read(words).held(held, held)
            assert not read(words).held(*[folding.numbers(f"第{number}{more}号")] * 2) or number == 0 == more
