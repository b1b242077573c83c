"""Which record answers: own, inherited, framed, none found or missing, on any day and in any order of writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import PartialDate
from generator.model import Claimed, Limit, Record
from generator.resolving import (
    Cell,
    by_start,
    ends,
    in_force,
    only_limits,
    resolve,
    starts,
    succession,
)
from generator.values import Duration
from tests.builders import CAP, RECORD, REGIONS, SOURCE, day, make_book, row, steady

AS_OF = date(2031, 6, 1)
DISPUTED = (Claimed(SOURCE, {}, {"waiting": Duration(6, "months")}, ""),)


def law(region: str, start: str = "", *, seen: str = "", until: str = "") -> Record:
    """A record of a region on one document's law; no `start` is an unknown one."""
    return replace(
        RECORD,
        region=region,
        effective_from=day(start),
        seen_on=day(seen),
        effective_to=day(until),
        applies_below=True if region.count("/") == 0 else None,
    )


def frame(region: str, start: str = "", *, until: str = "") -> Record:
    """A record that only frames what lower regions set."""
    return replace(law(region, start, until=until), applies_below=False)


def notice(year: int, *, number: int = 0) -> Record:
    """A record of one insured year."""
    return replace(
        RECORD,
        rule="premium",
        part="amount",
        insurance=("resident",),
        insured_year=year,
        loc=("records", number),
    )


def caps(record: Record) -> Record:
    """The same record with limits and nothing else."""
    return replace(record, rows=(), limits=(CAP,))


def numbered(records: Sequence[Record]) -> list[Record]:
    """The records with their numbers in one file, as loading gives them."""
    return [replace(record, loc=("records", number)) for number, record in enumerate(records)]


def cell(records: Sequence[Record], region: str = "anzhou/linhe", as_of: date = AS_OF) -> Cell:
    """The cell of employees' waiting in a region."""
    return resolve(make_book(*records), as_of).cells[(region, "employee", "waiting", "resume")]


def told(records: Sequence[Record], region: str = "anzhou/linhe", as_of: date = AS_OF) -> str:
    """Where a cell's answer comes from and whose records it shows, in one line."""
    one = cell(records, region, as_of)
    chain, frames = ([r.region for r in group] for group in (one.chain, one.frames))
    return f"{one.origin}: {' '.join(chain)} | {' '.join(frames)}"


def test_every_region_has_a_cell_for_every_insurance_and_part() -> None:
    resolved = resolve(make_book(), AS_OF)
    assert resolved.as_of == AS_OF
    assert list(resolved.cells) == [
        (region.slug, *question)
        for region in REGIONS
        for question in [
            ("employee", "waiting", "resume"),
            ("flexible", "waiting", "resume"),
            ("resident", "premium", "amount"),
            ("employee", "premium", "account"),
        ]
    ]


def test_the_cells_of_a_region_stand_together() -> None:
    resolved = resolve(make_book(), AS_OF)
    assert [(one.insurance, one.part) for one in resolved.by_region["baizhou"]] == [
        ("employee", "resume"),
        ("flexible", "resume"),
        ("resident", "amount"),
        ("employee", "account"),
    ]


def test_a_cell_nobody_researched_is_missing_and_holds_nothing() -> None:
    missing = cell([])
    key = ("anzhou/linhe", "employee", "waiting", "resume")
    assert missing == Cell(*key, origin="missing", chain=(), frames=(), past=(), upcoming=())
    assert missing.first is None


def test_a_regions_own_record_answers() -> None:
    own = law("anzhou/linhe", "2030")
    assert cell([own]).origin == "own"
    assert cell([own]).chain == (own,)
    assert cell([own]).first == own


def test_a_record_answers_only_for_its_insurance_its_part_and_its_region() -> None:
    own = law("anzhou/linhe", "2030")
    resolved = resolve(make_book(own), AS_OF)
    answered = [key for key, one in resolved.cells.items() if one.origin != "missing"]
    assert answered == [
        ("anzhou/linhe", "employee", "waiting", "resume"),
        ("anzhou/linhe/dongqu", "employee", "waiting", "resume"),
    ]
    assert resolved.cells[answered[1]].origin == "framed"


def test_a_record_of_two_insurance_types_answers_for_both() -> None:
    both = replace(law("anzhou/linhe", "2030"), insurance=("employee", "flexible"))
    resolved = resolve(make_book(both), AS_OF)
    key = ("anzhou/linhe", "flexible", "waiting", "resume")
    assert resolved.cells[key].chain == (both,)


def test_a_binding_record_above_answers_where_there_is_none_of_the_region() -> None:
    assert told([law("anzhou", "2030")]) == "inherited: anzhou | "


def test_the_nearest_binding_record_stands_first() -> None:
    assert told([law("china", "2030"), law("anzhou", "2030")]) == "inherited: anzhou china | "
    own = [law("china", "2030"), law("anzhou", "2030"), law("anzhou/linhe", "2030")]
    assert told(own) == "own: anzhou/linhe anzhou china | "


def test_a_binding_record_answers_two_levels_down() -> None:
    assert told([law("anzhou", "2030")], "anzhou/linhe/dongqu") == "inherited: anzhou | "


def test_a_record_never_answers_for_the_region_above_or_beside() -> None:
    records = [law("anzhou", "2030"), law("anzhou/linhe", "2030")]
    assert told(records, "china") == "missing:  | "
    assert told(records, "baizhou") == "missing:  | "
    assert told(records, "anzhou") == "own: anzhou | "


def test_a_frame_above_is_shown_and_never_answers() -> None:
    assert told([frame("anzhou", "2030")]) == "framed:  | anzhou"
    assert told([frame("china", "2030"), law("anzhou", "2030")]) == "inherited: anzhou | china"


def test_a_frame_is_the_answer_of_the_region_that_sets_it() -> None:
    assert told([frame("anzhou", "2030")], "anzhou") == "own: anzhou | "


def test_frames_accumulate_from_the_nearest_level_up_in_the_order_of_their_start() -> None:
    records = numbered([frame("china", "2029"), frame("anzhou", "2031"), frame("anzhou", "2028")])
    assert cell(records).frames == (records[2], records[1], records[0])


def test_a_later_frame_does_not_end_an_earlier_one() -> None:
    old, new = numbered([frame("anzhou", "2029"), frame("anzhou", "2030")])
    assert cell([old, new], "anzhou").chain == (new,)
    assert cell([old, new], "anzhou").frames == (old,)


def test_a_frame_never_ends_a_rule_that_binds() -> None:
    binding, later = numbered([law("anzhou", "2029"), frame("anzhou", "2030")])
    here, below = cell([binding, later], "anzhou"), cell([binding, later])
    assert (here.origin, here.chain, here.frames) == ("own", (binding,), (later,))
    assert (below.origin, below.chain, below.frames) == ("inherited", (binding,), (later,))


def test_a_frame_answers_at_home_once_the_binding_rule_has_ended() -> None:
    binding, later = numbered([law("anzhou", "2029", until="2030"), frame("anzhou", "2030")])
    here, below = cell([binding, later], "anzhou"), cell([binding, later])
    assert (here.origin, here.chain, here.past) == ("own", (later,), (binding,))
    assert (below.origin, below.frames, below.past) == ("framed", (later,), (binding,))


def test_a_frame_that_ended_frames_no_more() -> None:
    assert told([frame("anzhou", "2029", until="2030")]) == "missing:  | "
    assert told([frame("anzhou", "2029", until="2031-06-01")]) == "framed:  | anzhou"


def test_a_frame_that_ended_is_past_at_home_and_of_no_concern_below() -> None:
    ended = frame("anzhou", "2029", until="2030")
    assert cell([ended], "anzhou").past == (ended,)
    assert cell([ended]).past == ()


def test_a_frame_still_to_come_frames_nothing_yet() -> None:
    coming = frame("china", "2032")
    assert cell([coming]).frames == ()
    assert cell([coming]).origin == "missing"
    assert cell([coming]).upcoming == (coming,)


def test_a_document_that_only_caps_frames_even_its_own_region() -> None:
    cap = caps(law("anzhou/linhe", "2030"))
    assert only_limits(cap)
    assert told([cap]) == "framed:  | anzhou/linhe"
    assert told([cap], "anzhou/linhe/dongqu") == "framed:  | anzhou/linhe"


def test_a_document_that_only_caps_does_not_end_the_rule_before_it() -> None:
    rule, cap = numbered([law("anzhou/linhe", "2029"), caps(law("anzhou/linhe", "2030"))])
    found = cell([rule, cap])
    assert (found.origin, found.chain, found.frames) == ("own", (rule,), (cap,))


def test_a_binding_document_that_only_caps_frames_the_regions_below() -> None:
    assert told([caps(law("anzhou", "2030"))]) == "framed:  | anzhou"


@pytest.mark.parametrize(
    "record",
    [
        RECORD,
        replace(RECORD, limits=(CAP,)),
        replace(RECORD, rows=(), limits=(CAP,), body="inherits"),
        replace(RECORD, rows=(), limits=(CAP,), otherwise=row({}, "unstated").then),
        replace(RECORD, rows=()),
    ],
)
def test_a_record_that_says_more_than_limits_is_no_mere_cap(record: Record) -> None:
    assert not only_limits(record)


def test_limits_beside_rows_leave_the_rows_binding() -> None:
    both = replace(law("anzhou", "2030"), limits=(Limit("waiting", {}, "at_most", CAP.value),))
    assert told([both]) == "inherited: anzhou | "


def test_what_was_looked_for_and_not_found_is_said() -> None:
    searched = replace(law("anzhou/linhe"), body="none-found", rows=())
    assert told([searched]) == "none-found: anzhou/linhe | "


def test_what_was_not_found_here_may_bind_from_above() -> None:
    searched = replace(law("anzhou/linhe"), body="none-found", rows=())
    assert told([searched, law("anzhou")]) == "inherited: anzhou | "
    assert told([searched, frame("anzhou")]) == "none-found: anzhou/linhe | anzhou"


def test_what_a_region_did_not_find_says_nothing_to_those_below() -> None:
    for binds in (True, False):
        searched = replace(law("anzhou"), body="none-found", rows=(), applies_below=binds)
        assert told([searched]) == "missing:  | "
        assert told([searched, law("china")]) == "inherited: china | "


def test_a_region_that_follows_its_parent_shows_both_records() -> None:
    follows = replace(law("anzhou/linhe", "2030"), body="inherits", rows=())
    assert told([follows, law("anzhou")]) == "inherited: anzhou/linhe anzhou | "


def test_a_region_may_follow_a_parent_that_only_frames() -> None:
    follows = replace(law("anzhou/linhe", "2030"), body="inherits", rows=())
    assert told([follows, frame("anzhou")]) == "inherited: anzhou/linhe anzhou | "


def test_following_the_parent_makes_no_law_of_the_frame_above_it() -> None:
    follows = replace(law("anzhou/linhe", "2030"), body="inherits", rows=())
    records = [follows, frame("anzhou"), frame("china")]
    assert told(records) == "inherited: anzhou/linhe anzhou | china"
    assert told([follows, frame("anzhou"), law("china")]) == (
        "inherited: anzhou/linhe anzhou china | "
    )


def test_a_region_follows_the_rule_that_binds_and_not_a_later_frame() -> None:
    follows = replace(law("anzhou/linhe", "2030"), body="inherits", rows=())
    binding, later = numbered([law("anzhou", "2029"), frame("anzhou", "2030")])
    found = cell([follows, binding, later])
    assert (found.chain, found.frames) == ((follows, binding), (later,))


def test_a_region_that_follows_nothing_known_says_so_alone() -> None:
    follows = replace(law("anzhou/linhe", "2030"), body="inherits", rows=())
    assert told([follows]) == "inherited: anzhou/linhe | "


def test_a_dispute_is_the_regions_own_answer_and_hides_what_is_above() -> None:
    dispute = replace(law("anzhou/linhe"), body="disputed", rows=(), disputed=DISPUTED)
    assert told([dispute, law("anzhou")]) == "own: anzhou/linhe | "


def test_nothing_answers_beyond_a_dispute_above() -> None:
    dispute = replace(law("anzhou"), body="disputed", rows=(), disputed=DISPUTED)
    assert told([dispute, law("china")]) == "inherited: anzhou | "
    own = law("anzhou/linhe")
    assert told([own, dispute, law("china")]) == "own: anzhou/linhe anzhou | "


def test_a_later_record_ends_the_earlier_one() -> None:
    old, new = numbered([law("anzhou/linhe", "2029"), law("anzhou/linhe", "2031-06-01")])
    assert cell([old, new], as_of=date(2031, 5, 31)).chain == (old,)
    assert cell([old, new], as_of=date(2031, 6, 1)).chain == (new,)


def test_the_record_before_is_past_and_the_one_after_is_upcoming() -> None:
    first, second, third = numbered(
        [law("anzhou/linhe", year) for year in ("2029", "2031", "2033")]
    )
    found = cell([first, second, third])
    assert (found.past, found.chain, found.upcoming) == ((first,), (second,), (third,))


def test_past_and_upcoming_records_stand_in_the_order_of_their_start() -> None:
    records = numbered(
        [law("anzhou/linhe", year) for year in ("2033", "2028", "2031", "2027", "2032")]
    )
    found = cell(records)
    assert found.past == (records[3], records[1])
    assert found.upcoming == (records[4], records[0])


def test_a_binding_record_that_no_longer_answers_is_past_below_too() -> None:
    old, new = numbered([law("anzhou", "2029"), law("anzhou", "2031")])
    assert cell([old, new]).past == (old,)
    assert cell([old, new]).chain == (new,)


def test_a_stated_start_never_reaches_back() -> None:
    own = law("anzhou/linhe", "2031-06-02", seen="2030")
    found = cell([own])
    assert (found.origin, found.chain, found.upcoming) == ("missing", (), (own,))


def test_a_start_stated_as_a_year_counts_from_its_first_day() -> None:
    own = law("anzhou/linhe", "2031")
    assert cell([own], as_of=date(2030, 12, 31)).origin == "missing"
    assert cell([own], as_of=date(2031, 1, 1)).origin == "own"


def test_an_unknown_start_reaches_back_without_limit() -> None:
    own = law("anzhou/linhe", seen="2031")
    assert cell([own], as_of=date(1990, 1, 1)).chain == (own,)
    assert starts(own) == date.min


def test_an_unknown_start_reaches_back_to_the_end_of_the_record_before_it() -> None:
    old, new = numbered(
        [law("anzhou/linhe", "2025", until="2028-09-30"), law("anzhou/linhe", seen="2030")]
    )
    assert succession([new, old]) == [(date(2025, 1, 1), old), (date(2028, 10, 1), new)]
    assert cell([old, new], as_of=date(2028, 9, 30)).chain == (old,)
    assert cell([old, new], as_of=date(2028, 10, 1)).chain == (new,)


def test_an_unknown_start_does_not_reach_behind_the_record_before_it() -> None:
    old, new = numbered([law("anzhou/linhe", "2025"), law("anzhou/linhe", seen="2030-04-19")])
    before = cell([old, new], as_of=date(2024, 12, 31))
    assert (before.chain, before.past, before.upcoming) == ((), (), (old, new))
    between = cell([old, new], as_of=date(2030, 4, 18))
    assert (between.chain, between.past, between.upcoming) == ((old,), (), (new,))
    after = cell([old, new], as_of=date(2030, 4, 19))
    assert (after.chain, after.past, after.upcoming) == ((new,), (old,), ())


def test_of_two_unknown_starts_the_one_seen_later_answers_from_the_day_it_was_seen() -> None:
    old, new = numbered([law("anzhou/linhe", seen="2025"), law("anzhou/linhe", seen="2030")])
    assert succession([old, new]) == [(date.min, old), (date(2030, 1, 1), new)]


def test_a_record_seen_in_force_before_the_stated_end_of_another_answers_from_then() -> None:
    old, new = law("anzhou/linhe", "2025", until="2030"), law("anzhou/linhe", seen="2029-05-01")
    assert succession([old, new]) == [(date(2025, 1, 1), old), (date(2029, 5, 1), new)]


def test_a_year_in_which_a_record_was_seen_yields_to_the_end_another_states() -> None:
    old = law("anzhou/linhe", seen="2018-07-15", until="2023-09-30")
    new = law("anzhou/linhe", seen="2023")
    assert succession([old, new]) == [(date.min, old), (date(2023, 10, 1), new)]


def test_a_record_never_seen_stands_before_all_others() -> None:
    unseen, seen = numbered([law("anzhou/linhe"), law("anzhou/linhe", "2025")])
    assert by_start([seen, unseen]) == [unseen, seen]
    assert in_force([seen, unseen], date(2024, 1, 1)) == unseen
    assert in_force([seen, unseen], date(2025, 1, 1)) == seen


def test_two_records_never_seen_keep_the_order_of_the_file() -> None:
    first, second = numbered([law("anzhou/linhe"), law("anzhou/linhe")])
    assert succession([second, first]) == [(date.min, first), (date.min, second)]


def test_after_the_end_its_document_states_a_rule_is_not_known() -> None:
    own = law("anzhou/linhe", "2029", until="2031-05-31")
    found = cell([own])
    assert (found.origin, found.chain, found.past) == ("missing", (), (own,))
    assert cell([own], as_of=date(2031, 5, 31)).chain == (own,)


def test_an_end_stated_as_a_month_counts_to_its_last_day() -> None:
    own = law("anzhou/linhe", "2029", until="2031-02")
    assert ends(own) == date(2031, 2, 28)
    assert cell([own], as_of=date(2031, 2, 28)).origin == "own"
    assert cell([own], as_of=date(2031, 3, 1)).origin == "missing"


def test_an_older_rule_never_answers_again_after_a_later_one_has_ended() -> None:
    old, short = numbered([law("anzhou/linhe", "2025"), law("anzhou/linhe", "2030", until="2030")])
    found = cell([old, short])
    assert (found.origin, found.past) == ("missing", (old, short))


def test_where_the_regions_own_rule_has_ended_the_binding_one_above_answers() -> None:
    own = law("anzhou/linhe", "2029", until="2030")
    assert told([own, law("anzhou", "2028")]) == "inherited: anzhou | "


def test_a_rule_without_a_stated_end_has_none() -> None:
    assert ends(law("anzhou/linhe", "2029")) is None


@pytest.mark.parametrize(
    ("as_of", "year"),
    [
        (date(2029, 12, 31), None),
        (date(2030, 1, 1), 2030),
        (date(2030, 12, 31), 2030),
        (date(2031, 1, 1), None),
        (date(2032, 6, 1), 2032),
        (date(2033, 1, 1), None),
    ],
)
def test_a_notice_answers_for_its_insured_year_alone(as_of: date, year: int | None) -> None:
    book = make_book(notice(2030), notice(2032, number=1))
    found = resolve(book, as_of).cells[("anzhou/linhe", "resident", "premium", "amount")]
    assert found.origin == ("own" if year else "missing")
    assert [record.insured_year for record in found.chain] == ([year] if year else [])


def test_a_notice_of_another_year_is_past_or_upcoming() -> None:
    past, coming = notice(2030), notice(2032, number=1)
    cells = resolve(make_book(coming, past), AS_OF).cells
    found = cells[("anzhou/linhe", "resident", "premium", "amount")]
    assert (found.past, found.upcoming) == ((past,), (coming,))


def test_an_older_frame_that_still_stands_answers_at_home_after_a_newer_one_ended() -> None:
    old, short = numbered([frame("anzhou", "2025"), frame("anzhou", "2030", until="2030")])
    assert cell([old, short], "anzhou").chain == (old,)
    assert cell([old, short], "anzhou").past == (short,)


def test_a_rule_that_answers_only_at_home_is_a_frame_below_until_it_is_replaced() -> None:
    old, new = numbered([law("anzhou/linhe", "2029"), law("anzhou/linhe", "2030")])
    assert cell([old, new], "anzhou/linhe/dongqu").frames == (new,)
    assert cell([old, new], "anzhou/linhe/dongqu").origin == "framed"


def _ends_in_order(record: Record) -> bool:
    begins = [date.earliest for date in (record.effective_from, record.seen_on) if date]
    return record.effective_to is None or all(b <= record.effective_to.latest for b in begins)


YEARS = st.integers(2025, 2035)
dates = st.one_of(
    st.none(),
    YEARS.map(PartialDate),
    st.builds(PartialDate, YEARS, st.integers(1, 12), st.integers(1, 28)),
)
drawn_records = st.lists(
    st.builds(
        lambda region, start, seen, end, below, body: replace(
            RECORD,
            region=region,
            effective_from=start,
            seen_on=seen,
            effective_to=end,
            applies_below=below,
            body=body,
        ),
        st.sampled_from([region.slug for region in REGIONS]),
        dates,
        dates,
        dates,
        st.sampled_from([True, False, None]),
        st.sampled_from(["table", "table", "inherits", "none-found", "disputed"]),
    ),
    max_size=5,
).map(lambda found: numbered([record for record in found if _ends_in_order(record)]))
days = st.dates(date(2024, 1, 1), date(2036, 12, 31))


@steady
@given(drawn_records.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))), days)
def test_the_order_in_which_records_are_written_changes_nothing(
    orders: tuple[list[Record], list[Record]], as_of: date
) -> None:
    records, turned = orders
    assert resolve(make_book(*records), as_of) == resolve(make_book(*turned), as_of)


@steady
@given(drawn_records, days)
def test_every_cell_says_one_thing_of_each_record(records: list[Record], as_of: date) -> None:
    for one in resolve(make_book(*records), as_of).cells.values():
        shown = [*one.chain, *one.frames, *one.past, *one.upcoming]
        assert len({record.loc for record in shown}) == len(shown)


@steady
@given(drawn_records, days)
def test_the_origin_says_what_the_cell_holds(records: list[Record], as_of: date) -> None:
    for one in resolve(make_book(*records), as_of).cells.values():
        answered = one.origin in ("own", "inherited", "none-found")
        assert answered == bool(one.chain)
        assert (one.origin == "framed") == (not one.chain and bool(one.frames))
        assert one.origin != "own" or one.chain[0].region == one.region


@steady
@given(drawn_records, days)
def test_no_record_answers_before_a_stated_start_or_after_a_stated_end(
    records: list[Record], as_of: date
) -> None:
    for one in resolve(make_book(*records), as_of).cells.values():
        for record in (*one.chain, *one.frames):
            assert starts(record) <= as_of <= (ends(record) or date.max)


@steady
@given(drawn_records, days)
def test_only_a_record_of_the_region_or_above_it_is_shown(
    records: list[Record], as_of: date
) -> None:
    book = make_book(*records)
    for one in resolve(book, as_of).cells.values():
        lineage = {one.region, *(region.slug for region in book.above(one.region))}
        assert {record.region for record in (*one.chain, *one.frames, *one.upcoming)} <= lineage


@steady
@given(drawn_records, days)
def test_a_frame_above_answers_only_who_says_it_follows_it(
    records: list[Record], as_of: date
) -> None:
    for one in resolve(make_book(*records), as_of).cells.values():
        follows = one.chain[:1] and one.chain[0].body == "inherits"
        for record in one.chain[2 if follows else 0 :]:
            assert record.region == one.region or record.applies_below


@steady
@given(drawn_records)
def test_an_unknown_start_never_begins_before_the_record_before_it(records: list[Record]) -> None:
    for (before, _), (first, record) in pairwise(succession(records)):
        assert record.effective_from or record.seen_on is None or before <= first
