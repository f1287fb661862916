"""`python -m kb.publishing.checks SITE`: check a built site; the exit status is 1 if anything is wrong."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kb.publishing.checks.links import link_findings, outside
from kb.publishing.checks.markup import markup_findings
from kb.publishing.checks.outside import ask, outside_findings
from kb.publishing.checks.published import addresses, published, published_findings, record
from kb.publishing.checks.reading import BuiltSite, Finding, built_site
from kb.publishing.checks.validity import validity_findings
from kb.publishing.checks.weight import weight_findings

PUBLISHED = Path("docs/published-urls.txt")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the checks."""
    args = _parser().parse_args(argv)
    site = built_site(args.site)
    if args.outside:
        found = outside(site)
        print(f"{len(found)} addresses on other hosts; this takes a while")
        return _report("addresses on other hosts", outside_findings(found, ask))
    wrong = sum(_report(name, check(site)) for name, check in _checks(args.published).items())
    if args.record and not wrong:
        record(args.published, addresses(site))
        print(f"{args.published}: {len(addresses(site))} addresses")
    return int(wrong > 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m kb.publishing.checks", description=__doc__)
    parser.add_argument("site", type=Path, metavar="SITE", help="the folder of a built site")
    parser.add_argument(
        "--published", type=Path, metavar="FILE", default=PUBLISHED, help="its last addresses"
    )
    parser.add_argument("--record", action="store_true", help="then write its addresses to that file")
    parser.add_argument("--outside", action="store_true", help="check links to other hosts instead")
    return parser


def _checks(published_file: Path) -> dict[str, Callable[[BuiltSite], Iterable[Finding]]]:
    return {
        "links inside the site": link_findings,
        "alternatives and ids": markup_findings,
        "valid HTML": validity_findings,
        "weight of pages": weight_findings,
        "published addresses": lambda site: published_findings(site, published(published_file)),
    }


def _report(name: str, findings: Iterable[Finding]) -> bool:
    found = list(findings)
    for finding in found:
        print(finding, file=sys.stderr)
    print(f"{name}: {f'{len(found)} wrong' if found else 'all well'}")
    return bool(found)
