"""Motions that minutes set as a block of short lines."""

import pytest

from pipeline.document import Paragraph, Passage
from pipeline.extract.grammar.motion_blocks import motion_block


def lines(*texts: str) -> list[Paragraph]:
    return [Paragraph(Passage(text)) for text in texts]


@pytest.mark.parametrize(
    ("texts", "words", "failed"),
    [
        (
            ("Moved By Ada Quill", "Seconded By Jo Tarn", "THAT the gate be mended.", "CARRIED"),
            "THAT the gate be mended.",
            False,
        ),
        (
            ("THAT the gate be mended.", "MOVED BY: A. de Quill", "SECONDED: J. Tarn", "CARRIED"),
            "THAT the gate be mended.",
            False,
        ),
        (
            ("Motion: That the gate be mended.", "Mover: Ada Quill", "Seconder: Jo Tarn", "LOST"),
            "That the gate be mended.",
            True,
        ),
        (
            ("COUNCIL RESOLUTION 2027/12", "Moved: Cr Quill  Seconded: Cr Tarn",
             "That the gate be mended.", "CARRIED 5/1"),
            "That the gate be mended.",
            False,
        ),
        (
            ("R2027-16 A. Quill, J. Tarn:", "WHEREAS it is broken;", "THAT the gate be mended.",
             "Carried."),
            "WHEREAS it is broken; THAT the gate be mended.",
            False,
        ),
        (
            ("R2027-18 A. Quill, J. Tarn;", "That we pass By-Law 3, on gates.",
             "Read a first, second and third time. Carried."),
            "That we pass By-Law 3, on gates.",
            False,
        ),
        (
            ("R2027-17 A. Quill, J. Tarn:", "THAT the gate be sold. Defeated."),
            "THAT the gate be sold.",
            True,
        ),
        (
            ("Resolution number CB/2027/12", "That the gate be mended.", "Carried"),
            "That the gate be mended.",
            False,
        ),
    ],
)  # fmt: skip
def test_words_and_fate_of_a_block(texts: tuple[str, ...], words: str, failed: bool) -> None:
    block = motion_block(lines(*texts, "The Clerk spoke of the pond."), 0)
    assert block is not None
    assert [w.text for w in block.words] == [words]
    assert block.failed is failed
    assert block.end == len(texts)


@pytest.mark.parametrize(
    "texts",
    [
        ("That the gate be mended.", "The Clerk spoke of the pond."),
        ("Moved to the next meeting", "To mend the gate"),
        ("Moved by Ada Quill", "The Clerk spoke of the pond."),
    ],
)
def test_other_lines_are_no_block(texts: tuple[str, ...]) -> None:
    assert motion_block(lines(*texts), 0) is None
