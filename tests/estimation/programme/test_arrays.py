from dataclasses import replace

import numpy as np
import pytest

from allsource.estimation._arrays.programme.bridge import cross
from allsource.estimation._arrays.programme.course import Course, predict
from allsource.estimation._arrays.programme.hills import Hill, Hills
from allsource.estimation._arrays.programme.laplace import Ground, Spreads, mode
from allsource.estimation._arrays.programme.likelihood import terms
from allsource.estimation._arrays.programme.nested import fit
from allsource.estimation._arrays.programme.psis import smoothed, systematic
from allsource.estimation._arrays.programme.trend import interpolation, trend
from allsource.estimation.programme.arrays import arrays
from allsource.estimation.programme.claim import ProgrammeClaim, Repeat
from allsource.estimation.programme.programme import programmes

SPREADS = Spreads(0.02, 0.1, 0.2, 0.1)


def claim(name, measure, value, when, **more):
    told = {"low": value, "high": value, "unit": "unit", "end": when, "root": f"r{name[-1]}"}
    return ProgrammeClaim(name, measure, "pump", **{**told, **more})


CLAIMS = (
    claim("a1", "production rate", 40.0, "2031-03", per="month"),
    claim("a2", "production rate", 55.0, "2031-09", per="month", high=None),
    claim("a3", "production rate", 70.0, "2032-03", per="month", low=None, high=70.0),
    claim("a4", "production rate", 50.0, "2032-01", per="month", high=60.0),
    claim("a5", "cumulative output", 600.0, "2031-12"),
    claim("a6", "deliveries", 90.0, "2031-06", start="2031-05"),
    claim("a1x1", "stock", 210.0, "2031-08"),
    claim("a7", "stock", 330.0, "2032-02"),
    claim("a8", "unit cost", 900.0, "2031-02", unit=None, currency="USD"),
    claim("a9", "unit cost", 700.0, "2032-02", unit=None, currency="USD"),
    claim("b1", "domestic share", 60.0, "2031-11", unit="percent"),
    claim("b2", "floor space", 5000.0, "2031-04", unit="m2"),
    claim("b3", "workforce", 300.0, "2032-01", unit="person"),
    claim("b4", "production rate", 80.0, "2032-02", per="month", kind="capacity"),
    claim("b5", "production rate", 90.0, "2032-06", per="month", published="2031-10", kind="plan"),
    claim("b6", "serial", 431.0, "2031-10", unit=None),
    claim("b7", "production rate", 85.0, "2032-02", per="month", scope="with spares"),
    claim("b8", "production rate", 45.0, None, per="month", published="2031-06",
          repeat_of=Repeat("r1", 0.4)),
)  # fmt: skip


def written(claims=CLAIMS, **dates):
    [programme] = programmes(claims, **dates)
    return arrays(programme)


def test_every_claim_reads_something_and_slopes_are_those_of_the_predictor():
    design = written().design
    rng, course = np.random.default_rng(3), Course(design)
    mean = Ground(design).prior(SPREADS).mean
    point = mean + 0.1 * rng.standard_normal(len(mean))
    whole, step = np.concatenate([point, np.zeros(design.units)])[:, None], 1e-6
    seen, each = course.see(whole), np.eye(len(point)) * step
    numeric = (predict(design, point + each) - predict(design, point - each)).T / (2 * step)

    assert np.allclose(seen.predictor[:, 0], predict(design, point[None])[0])
    assert np.allclose(course.tangent(whole, seen), numeric, atol=1e-5)
    assert (np.abs(numeric).sum(1) > 0).all()


def test_slopes_are_carried_back_to_unknowns_and_biases():
    design = written().design
    rng, course = np.random.default_rng(5), Course(design)
    mean = Ground(design).prior(SPREADS).mean
    points = 0.1 * rng.standard_normal((len(mean) + design.units, 40))
    points[: len(mean)] += mean[:, None]
    seen = course.see(points)
    slope = rng.standard_normal(seen.predictor.shape)
    carried, reading = course.carry(points, seen, slope), design.reading
    for at in range(3):
        one = points[:, [at]]
        slopes = course.tangent(one, course.see(one))
        biases = np.bincount(reading.unit, reading.bias * slope[:, at], design.units)

        assert np.allclose(carried[: len(mean), at], slope[:, at] @ slopes)
        assert np.allclose(carried[len(mean) :, at], biases)


def test_slopes_of_the_likelihood_are_its_own():
    stated = written().design.stated
    rng = np.random.default_rng(4)
    for spread in (0.01, 0.3, 2.0):
        at = np.where(np.abs(stated.value) < 100, stated.value, 0) + spread * rng.standard_normal(
            len(stated.value)
        )
        found = terms(stated, at, 0.1)
        up, down = (terms(stated, at + h, 0.1).log for h in (1e-6, -1e-6))

        assert np.allclose(found.slope, (up - down) / 2e-6, atol=1e-3, rtol=1e-3)
        assert (found.curvature >= 0).all()


def test_many_points_are_seen_as_each_alone():
    stated = written().design.stated
    rng = np.random.default_rng(6)
    at, noise = rng.standard_normal((len(stated.value), 5)), np.array([0.05, 0.1, 0.2, 0.3, 0.4])
    found = terms(stated, at, noise)
    alone = [terms(stated, at[:, n], float(noise[n])) for n in range(5)]

    for name in ("log", "slope", "curvature"):
        assert np.allclose(getattr(found, name), np.array([getattr(o, name) for o in alone]).T)


def test_masses_stay_right_far_out():
    stated = written((replace(CLAIMS[1], id="a"),)).design.stated
    far = terms(stated, np.array([[-60.0, -30.0]]), 0.1).log

    assert np.isfinite(far).all()
    assert far[0, 0] < far[0, 1] < -10


def hills(design, *, spread=0.0, aside=0.0):
    """Two points of the spreads, the second for another noise, each with a hill and one aside of it."""
    ground, found = Ground(design), list[Hill]()
    for at, noise in enumerate((0.1, 0.1 * np.exp(spread))):
        spreads = replace(SPREADS, noise=float(noise))
        prior = ground.prior(spreads)
        one = mode(ground, prior, spreads)
        other = replace(one, unknowns=one.unknowns + aside, factor=(1 + aside) * one.factor)
        found += [Hill(each, prior, spreads, 0.0, at, 0.0) for each in (one, other)]
    return Hills(ground, found)


def test_slopes_of_posterior_and_base_in_the_noise_are_their_own():
    both = hills(written().design, spread=0.5, aside=0.1)
    rng = np.random.default_rng(7)
    size = both.ground.design.unknowns + both.ground.design.units
    noise, hill = rng.standard_normal((size, 2)), np.array([0, 3])
    here = both.points(hill, noise, base=True)
    rise = [both.in_noise(hill, one) for one in here.rise]
    for row in range(0, size, 5):
        shift = np.zeros((size, 2))
        shift[row] = 1e-5
        up, down = (both.points(hill, noise + s * shift, base=True).log for s in (1, -1))

        for slope, own in zip(rise, (up - down) / 2e-5, strict=True):
            assert np.allclose(slope[row], own, atol=1e-3, rtol=1e-3)


def test_a_place_seen_from_another_hill_is_the_same_place():
    both = hills(written().design, aside=0.1)
    size = both.ground.design.unknowns + both.ground.design.units
    noise = np.random.default_rng(8).standard_normal((size, 3))
    here = both.points(np.array([0, 0, 0]), noise, base=True)
    there = both.points(np.array([1, 1, 1]), both.noise_of(1, here.places), base=True)

    assert np.allclose(both.noise_of(0, here.places), noise)
    assert np.allclose(there.places, here.places)
    assert np.allclose(there.log, here.log)


def test_the_bridge_finds_the_same_from_an_approximation_beside_the_mark():
    """Draws that begin off the middle and too narrow still end where the posterior is."""
    design = written().design
    draws = [cross(hills(design, aside=aside), 2048, seed=3).unknowns for aside in (0.0, 0.3)]
    middle, spread = draws[0].mean(0), draws[0].std(0)

    assert np.abs((draws[1].mean(0) - middle) / spread).max() < 0.35
    assert np.abs(np.log(draws[1].std(0) / spread)).max() < 0.3


def test_the_part_of_the_posterior_that_gives_up_a_claim_is_found():
    """Of two claims that contradict each other by far, each is given up in half of the draws."""
    told = [
        claim(name, "production rate", value, "2031-03", per="month", root=name)
        for name, value in (("a", 40.0), ("b", 4000.0))
    ]
    found = fit(written(told).design)
    rate = found.unknowns[:, 0]

    assert 0.35 < (rate < np.log(400)).mean() < 0.65


def test_at_the_mode_nothing_pulls():
    ground = Ground(written().design)
    prior = ground.prior(SPREADS)
    found = mode(ground, prior, SPREADS)
    again = mode(ground, prior, SPREADS, (found.unknowns, found.biases))

    assert np.allclose(found.unknowns, again.unknowns, atol=0.05)
    assert found.evidence == pytest.approx(again.evidence, abs=0.05)


def test_the_order_of_claims_changes_nothing():
    one, other = written(), written(CLAIMS[::-1])

    for name in ("at", "weight", "linear", "unit", "bias"):
        assert np.array_equal(
            getattr(one.design.reading, name), getattr(other.design.reading, name)
        )
    assert np.array_equal(one.design.stated.value, other.design.stated.value)


def test_a_fit_starts_from_an_earlier_one():
    design = written().design
    first = fit(design, draws=512)
    again = fit(design, start=first.start, draws=512)

    assert np.allclose(first.unknowns.mean(0), again.unknowns.mean(0), atol=0.5)
    assert 0 < first.k_hat < 1.5


def test_draws_of_a_gaussian_are_those_of_the_formula():
    """Points of tiny noise on each month of a known history leave nothing but their own width."""
    told = [
        claim(f"c{n}", "production rate", 40.0 + n, f"2031-{n:02}", per="month", root=f"r{n}")
        for n in range(1, 13)
    ]
    design = written(told, begin="2031-01").design
    found = fit(design, draws=1024)
    middle = np.exp(found.unknowns[:, : design.knots]).mean(0)

    assert found.k_hat < 0.7
    assert np.all(np.abs(middle / np.arange(41, 53) - 1) < 0.2)


def test_weights_are_smoothed_and_k_hat_tells_heavy_tails():
    rng = np.random.default_rng(0)
    light, k_light = smoothed(0.1 * rng.standard_normal(2000))
    heavy, k_heavy = smoothed(rng.exponential(1.5, 2000))

    assert light.sum() == pytest.approx(1) == heavy.sum()
    assert k_light < 0.4
    assert k_heavy > 1.0
    assert len(set(systematic(heavy, 100))) < len(set(systematic(light, 100)))
    assert smoothed(np.array([-np.inf, 0.0, np.nan]))[0].sum() == pytest.approx(1)


@pytest.mark.parametrize("months", [1, 2, 71, 72, 73, 600, 1200])
def test_knots_are_bounded(months):
    found = trend(months, 1.0)

    assert found.months.shape[1] <= 73
    assert np.allclose(found.months.sum(1), 1)
    assert np.linalg.eigvalsh(found.covariance(0.02, 0.1)).min() > 0
    assert np.allclose(interpolation(months, 6).sum(1), 1)
