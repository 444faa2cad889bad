"""Times conditions of rules in Ambit and in Rust CEL (PyPI common-expression-language 0.10), side by side.

usage: compare.py CEL_BENCHMARK

The two take turns for seven rounds, so that a slow phase of the machine hits both. Rust CEL is reached through its
Python binding, and its time holds the crossing; the context is made beforehand for both.
"""
import statistics
import subprocess
import sys
import time

import cel

RECORD = {
    "profession": "np", "np_practice": "reduced", "service": "prescribing", "payer": "medicaid",
    "setting": "clinic", "supervision": "none", "pt_needling": "allowed", "physician_agreement": False,
    "medicaid_acupuncture": False, "waiver": False, "in_lieu_of": False, "compact_member": False,
    "in_state_license": True, "dea_registered": False, "remote_parity": False, "transition_hours": 1200,
    "transition_required": 4000, "supervisees": 5, "ratio_max": 4, "chart_pct": 5, "chart_required": 20,
    "license_expiry": 20900, "as_of": 20500, "law_effective": 20000,
}
CONDITIONS = [
    "profession == 'np' && np_practice != 'full' && !physician_agreement"
    " && !(np_practice == 'reduced' && transition_hours >= transition_required)",
    "license_expiry < as_of",
    "payer == 'medicaid' && service == 'acupuncture' && !medicaid_acupuncture && !(waiver || in_lieu_of)",
    "profession in ['np', 'pa'] && supervisees > ratio_max",
    "service == 'prescribing' && !dea_registered",
    "profession in ['np', 'pa'] && service == 'prescribing' && np_practice == 'restricted'"
    " && (!physician_agreement || chart_pct < 10) && as_of >= law_effective",
    "[20100, 20300, 20600].exists(d, d <= as_of && d >= law_effective)",
]
ROUNDS = 7


def literal(value):
    return str(value).lower() if isinstance(value, bool) else repr(value)


def ours(program):
    bindings = "\t".join(f"{name}={literal(value)}" for name, value in RECORD.items())
    text = "".join(f"{condition}\t{bindings}\n" for condition in CONDITIONS)
    out = subprocess.run([program, "evaluate"], input=text, capture_output=True, text=True, check=True).stdout
    return [(answer, float(time)) for answer, time in (line.split("\t") for line in out.splitlines())]


def rust(programs, context):
    out = []
    for program in programs:
        times = []
        for _ in range(51):
            start = time.perf_counter()
            for _ in range(1000):
                answer = program.execute(context)
            times.append((time.perf_counter() - start) / 1000 * 1e9)
        out.append((literal(answer), statistics.median(times)))
    return out


def main():
    programs = [cel.compile(condition) for condition in CONDITIONS]
    context = cel.Context(RECORD)
    rust(programs, context)
    pairs = [(ours(sys.argv[1]), rust(programs, context)) for _ in range(ROUNDS)]
    print("ns/evaluation: Ambit, Rust CEL, ratio (medians of 7 alternating rounds)")
    ratios = []
    for number, condition in enumerate(CONDITIONS):
        a = [ours_[number] for ours_, _ in pairs]
        b = [rust_[number] for _, rust_ in pairs]
        assert a[0][0] == b[0][0], (condition, a[0][0], b[0][0])
        ratio = statistics.median(y[1] / x[1] for x, y in zip(a, b))
        ratios.append(ratio)
        ns = statistics.median(x[1] for x in a), statistics.median(y[1] for y in b)
        print(f"{ns[0]:8.0f} {ns[1]:9.0f} {ratio:6.1f}x  {condition[:70]}")
    middle = statistics.median(ratios)
    print(f"median {middle:.1f}x (wanted 10x), least {min(ratios):.1f}x")
    return 0 if middle >= 10 else 1


if __name__ == "__main__":
    sys.exit(main())
