"""Articles that try to act: words that a page would run, load, hide or turn if it were careless."""

from allsource.assessment.assess import assess
from allsource.assessment.checking import checks
from allsource.assessment.evidence import gather
from allsource.model.document import DateCandidate, Link
from allsource.model.failure import Failure
from allsource.model.lineage import Lineage
from allsource.report.check import check_page
from allsource.report.dossier import context, dossier
from strategies import claim_at, page

ATTACKS = [
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "</style><style>*{display:none}</style>",
    '"><img src=x onerror=alert(3)>',
    "' onmouseover='alert(4)",
    "javascript:alert(5)",
    "<svg onload=alert(6)><a xlink:href='javascript:alert(7)'>x</a></svg>",
    "<iframe srcdoc='<script>alert(8)</script>'>",
    "{{ 7 * 7 }}{% raw %}",
    "--><!--",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "</div></details></section></main>",
    "url(//evil.example/x.png)",
    "\u202egnp.exe\u202c",
    "\x00\x07\x1b[31m",
    "\u2066left\u2069",
    "&lt;script&gt;",
]


def pages(attack):
    """The dossier and the check page of an article that is nothing but attack."""
    text = f"Anna {attack} Lind said that the {attack} yard is open for all. It closed in 2031."
    document = page(
        text, path=f"{attack}.txt", outlet=attack, url="javascript:alert(9)",
        notes=(attack,), links=(Link("javascript:alert(10)", attack),),
        date_candidates=(DateCandidate("2031-01-01", "meta", attack), DateCandidate("2032-01-01", "url", "u")),
    )  # fmt: skip
    claim = claim_at(
        document, f"the {attack} yard is open for all", source=f"Anna {attack} Lind", cue="said",
        names=["yard"],
    )  # fmt: skip
    lineage = Lineage()
    assessment = assess([document], [claim], lineage)
    failures = [Failure(attack, attack, attack)]
    evidence = gather([document], [claim], lineage)
    shown = context([document], [claim], lineage, (), (), assessment, (), failures, attack)
    return dossier(shown), check_page(document, checks([claim], evidence), evidence)
