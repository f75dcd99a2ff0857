"""Measures between us: which were agreed with a client or a team, whom a measure serves, and plans for trust."""

from datetime import date

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.between import Agreed, FactorPlan
from scorecard.domain.measures import Measure
from scorecard.domain.profiles import ImpossiblePersonError, PersonFault
from scorecard.domain.texts import WORDS_LENGTH, whole_line
from scorecard.services.people.keeping import Keeping
from scorecard.services.scoring import Scoring
from scorecard.store import people as stored


class Agreements:
    """Raises ImpossiblePersonError, TextTooLongError and StoreError; nothing is changed then."""

    def __init__(self, keeping: Keeping, scoring: Scoring) -> None:
        self._keeping = keeping
        self._scoring = scoring

    def agree(self, person_id: str, measure_id: str, day: date | None = None) -> None:
        person, measure, when = self._keeping.person(person_id), self._measure(measure_id), self._keeping.day(day)
        deed = Deed(Verb.AGREE_MEASURE, {"person": person.name, "measure": measure.name})
        with self._keeping.store.change(deed) as work:
            stored.write_agreed(work, Agreed(person.id, measure_id, when))

    def unagree(self, person_id: str, measure_id: str) -> None:
        person, measure = self._keeping.person(person_id), self._measure(measure_id)
        deed = Deed(Verb.UNAGREE_MEASURE, {"person": person.name, "measure": measure.name})
        with self._keeping.store.change(deed) as work:
            stored.remove_agreed(work, person.id, measure_id)

    def serve(self, measure_id: str, person_id: str | None) -> None:
        """Whom the measure serves from now on; None: nobody in the list. Its own words, “to whom”, stay."""
        measure = self._measure(measure_id)
        person = self._keeping.person(person_id) if person_id is not None else None
        deed = Deed(Verb.LINK_MEASURE, {"measure": measure.name, "person": person.name if person else ""})
        with self._keeping.store.change(deed) as work:
            stored.write_served(work, measure_id, person.id if person else None)

    def plan(self, person_id: str, checkin: str, factor: str, words: str) -> None:
        """One line on how to improve a factor; without words it goes. Both ids are those of a definition."""
        person, line = self._keeping.person(person_id), whole_line(words, WORDS_LENGTH)
        with self._keeping.store.change(self._keeping.deed(Verb.PLAN_FACTOR, person.id)) as work:
            if line:
                stored.write_plan(work, FactorPlan(person.id, checkin, factor, line, self._keeping.today()))
            else:
                stored.remove_plan(work, person.id, checkin, factor)

    def _measure(self, measure_id: str) -> Measure:
        found = next((one for one in self._scoring.card().measures if one.id == measure_id), None)
        if found is None:
            raise ImpossiblePersonError(PersonFault.NO_MEASURE)
        return found
