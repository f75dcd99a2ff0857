"""Somebody to know, in an open store."""

import pytest

from scorecard.services.people.persons import Persons
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from tests.services.conftest import calls as calls
from tests.services.conftest import path as path
from tests.services.conftest import services as services


@pytest.fixture
def people(services: Services) -> Persons:
    return services.people


@pytest.fixture
def ana(people: Persons) -> str:
    return people.profiles.add(PersonDraft("Ana López", role="CIO", groups=("client",), rhythm=14))


@pytest.fixture
def neal(people: Persons) -> str:
    return people.profiles.add(PersonDraft("Neal"))
