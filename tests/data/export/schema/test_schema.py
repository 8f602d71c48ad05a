from data.export.schema import SCHEMA, schema_text


def test_the_schema_is_the_one_of_the_types() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run: python -m data.export.schema"
