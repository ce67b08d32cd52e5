"""``lvzhi verify-journal``: every line of the chain, and the codes of printed anchors."""

from __future__ import annotations

import argparse

from lvzhi.config.vocabulary import ANCHOR_SOUND, JOURNAL_SOUND

DONE, FINDING = 0, 1


def run(options: argparse.Namespace) -> int:
    """0 where all of it holds, 1 with a sentence for each line that does not."""
    from lvzhi.journal import anchors, models, verify

    printed = [anchors.read(text) for text in options.anchor]
    findings = verify.verify() + [found for one in printed if (found := anchors.leads_through(one)) is not None]
    if findings:
        print("\n".join(finding.sentence for finding in findings))
        return FINDING
    lines = [ANCHOR_SOUND.format(day=one.day, seq=one.seq) for one in printed]
    print("\n".join([JOURNAL_SOUND.format(count=models.Entry.objects.count()), *lines]))
    return DONE
