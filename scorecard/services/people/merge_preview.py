"""What comes together when two persons are merged, for whoever is to decide it. Pure."""

from dataclasses import dataclass

from scorecard.domain.people import Person
from scorecard.domain.profiles import PersonField
from scorecard.domain.relations import RelationLevel, level_of
from scorecard.services.people.person_page import PersonPage


@dataclass(frozen=True, slots=True)
class FieldOfBoth:
    """A field in which the one who goes has something."""

    of: PersonField
    kept: str
    merged: str

    @property
    def same(self) -> bool:
        return self.kept.casefold() == self.merged.casefold()


@dataclass(frozen=True, slots=True)
class MergePreview:
    """How much of `merged` becomes `kept`'s. `level` is the one that holds then; None: neither has any."""

    kept: Person
    merged: Person
    promises: int
    owed: int
    touches: int
    checkins: int
    helps: int
    intents: int
    concerns: int
    steps: int
    agreed: int
    served: int
    plans: int
    members: int
    groups: tuple[str, ...]  # that only the one who goes is in
    fields: tuple[FieldOfBoth, ...]
    level: RelationLevel | None
    becomes_team: bool

    @property
    def moves(self) -> int:
        return (
            self.promises + self.owed + self.touches + self.checkins + self.helps + self.intents + self.concerns
            + self.steps + self.agreed + self.served + self.plans + self.members
        )  # fmt: skip


def merge_preview(kept: PersonPage, merged: PersonPage) -> MergePreview:
    both = [FieldOfBoth(of, kept.profile.text(of), merged.profile.text(of)) for of in PersonField]
    return MergePreview(
        kept=kept.person,
        merged=merged.person,
        promises=len(merged.promises.open) + len(merged.promises.settled),
        owed=len(merged.owed),
        touches=len(merged.touches),
        checkins=sum(len(series.results) for series in merged.checkins),
        helps=len(merged.helps),
        intents=len(merged.intents),
        concerns=len(merged.responsibilities) + len(merged.concerns),
        steps=len(merged.steps),
        agreed=len(merged.agreed),
        served=len(merged.served),
        plans=len(merged.plans),
        members=len(merged.members),
        groups=tuple(word for word in merged.row.groups if word not in kept.row.groups),
        fields=tuple(field for field in both if field.merged),
        level=level_of(step.relation for page in (kept, merged) for step in page.steps),
        becomes_team=merged.profile.is_team and not kept.profile.is_team,
    )
