//! The learner's solver, which fits several ways to count the rows at once.

#[path = "../examples/learn/solver.rs"]
#[allow(dead_code, reason = "the learner uses the rest")]
mod solver;

use solver::{Columns, Fit, Model, Row};

const FIT: Fit = Fit {
    ridge: 1.0,
    lasso: 0.1,
    trust: 0.5,
    passes: 200,
};

const FEATURES: usize = 9;

/// Rows of few features each, of which the first two decide the label, mostly.
fn rows() -> (Vec<Row>, Vec<bool>) {
    let mut state = 7_u32;
    let mut next = move |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % below
    };
    (0..400)
        .map(|_| {
            let mut features: Vec<u32> = (0..3).map(|_| next(9)).collect();
            features.sort_unstable();
            features.dedup();
            let label = features.contains(&0) || (features.contains(&1) && next(5) > 0);
            (features.into_iter().map(|feature| (feature, 1.0)).collect(), label)
        })
        .unzip()
}

fn odds(model: &Model) -> Vec<f64> {
    let single: Vec<f64> = (0_u32..)
        .take(FEATURES)
        .map(|feature| model.odds(&[(feature, 1.0)]))
        .collect();
    single
}

#[test]
fn each_way_to_count_comes_to_what_it_comes_to_alone() {
    let (rows, labels) = rows();
    let columns = Columns::new(&rows.iter().collect::<Vec<_>>(), FEATURES);
    let left_out = |row: usize, way: usize| way > 0 && row % 3 == way - 1;
    let counts: Vec<[f32; 4]> = (0..rows.len())
        .map(|row| std::array::from_fn(|way| if left_out(row, way) { 0.0 } else { 1.0 }))
        .collect();
    let together = FIT.run(&columns, &labels, &counts);
    for (way, model) in together.iter().enumerate() {
        let kept: Vec<usize> = (0..rows.len()).filter(|&row| !left_out(row, way)).collect();
        let columns = Columns::new(&kept.iter().map(|&row| &rows[row]).collect::<Vec<_>>(), FEATURES);
        let labels: Vec<bool> = kept.iter().map(|&row| labels[row]).collect();
        let [alone] = FIT.run(&columns, &labels, &vec![[1.0]; kept.len()]);
        for (together, alone) in odds(model).into_iter().zip(odds(&alone)) {
            assert!((together - alone).abs() < 0.05, "way {way}: {together} and {alone}");
        }
    }
}

#[test]
fn what_decides_weighs_and_what_does_not_is_nothing() {
    let (rows, labels) = rows();
    let columns = Columns::new(&rows.iter().collect::<Vec<_>>(), FEATURES);
    let heavy = Fit { lasso: 8.0, ..FIT };
    let [model] = heavy.run(&columns, &labels, &vec![[1.0]; rows.len()]);
    assert!(model.weights[0] > 1.0 && model.weights[1] > 0.5, "{:?}", model.weights);
    assert!(
        model.weights[2..].iter().filter(|weight| **weight == 0.0).count() > 4,
        "{:?}",
        model.weights
    );
}
