"""The plans' words for who came in the head's place have English ones on an English screen."""

import pytest

from data.language import choose
from data.plans.load import list_plans, load_plan
from data.plans.plan_words import relation_label


@pytest.mark.usefixtures("english")
def test_every_relation_of_every_plan_has_a_short_english_label_of_its_own() -> None:
    for path in list_plans():
        relations = load_plan(path).relations
        labels = [relation_label(relation) for relation in relations]
        assert len(set(labels)) == len(relations)
        assert all(label.isascii() and len(label) < 14 for label in labels)
        assert not set(labels) & set(relations)
        choose("vi")
        assert [relation_label(relation) for relation in relations] == list(relations)
        choose("en")
    assert relation_label("hàng xóm") == "hàng xóm"
