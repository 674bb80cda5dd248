//! Logistic regression with an elastic net, by coordinate descent: deterministic, sparse, and small.

/// Rows of features: number and value.
pub type Row = Vec<(u32, f32)>;

/// What a fit is asked for.
#[derive(Clone, Copy)]
pub struct Fit {
    /// Weight of the squared penalty, over the whole sum of losses.
    pub ridge: f64,
    /// Weight of the absolute penalty; makes weights vanish.
    pub lasso: f64,
    /// How much less a feature is held back that by itself parts the labels well; 0 treats all alike.
    pub trust: f64,
    /// Passes over all features.
    pub passes: usize,
}

/// A fitted model.
#[derive(Default)]
pub struct Model {
    pub weights: Vec<f64>,
    pub bias: f64,
}

impl Model {
    /// Log odds of a row.
    pub fn odds(&self, row: &[(u32, f32)]) -> f64 {
        self.bias
            + row
                .iter()
                .map(|&(feature, value)| self.weights[feature as usize] * f64::from(value))
                .sum::<f64>()
    }
}

/// How far a weight may still move when the fit is good enough, in log odds.
const ENOUGH: f64 = 0.01;

/// Passes over the weights before the losses are bent anew.
const INNER: usize = 3;

/// Passes over the weights that are something, before all are asked again.
const ALL: usize = 2 * INNER;

/// Rows seen by their features: for each feature, the rows that show it and its value there.
pub struct Columns {
    /// Where the entries of each feature begin, and at last where all end.
    starts: Vec<usize>,
    /// Number of the row, and value.
    entries: Vec<(u32, f32)>,
    /// An entry for each row, which stands for the bias.
    every: Vec<(u32, f32)>,
}

impl Columns {
    /// The columns of `rows`, which have features below `features`.
    pub fn new(rows: &[&Row], features: usize) -> Self {
        let mut starts = vec![0; features + 1];
        for &(feature, _) in rows.iter().copied().flatten() {
            starts[feature as usize + 1] += 1;
        }
        for feature in 0..features {
            starts[feature + 1] += starts[feature];
        }
        let mut next = starts.clone();
        let mut entries = vec![(0, 0.0); starts[features]];
        for (number, row) in (0_u32..).zip(rows) {
            for &(feature, value) in *row {
                entries[next[feature as usize]] = (number, value);
                next[feature as usize] += 1;
            }
        }
        let every = (0_u32..).zip(rows).map(|(number, _)| (number, 1.0)).collect();
        Self { starts, entries, every }
    }

    fn features(&self) -> usize {
        self.starts.len() - 1
    }

    fn of(&self, feature: usize) -> &[(u32, f32)] {
        &self.entries[self.starts[feature]..self.starts[feature + 1]]
    }
}

impl Fit {
    /// Fits `labels` (true or false) of the rows of `columns`, once for each of `N` ways to count the rows: as often as
    /// `counts` says, perhaps not at all. To fetch the rows of a column is what takes the time; so all ways go through them
    /// together, until the last of them is good enough. But for these more passes each comes to what it would come to alone.
    pub fn run<const N: usize>(&self, columns: &Columns, labels: &[bool], counts: &[[f32; N]]) -> [Model; N] {
        let features = columns.features();
        let mut weights = vec![[0.0; N]; features];
        let mut bias = [0.0; N];
        let doubt = self.doubts(columns, labels, counts);
        let shown: Vec<usize> = (0..features)
            .filter(|&feature| !columns.of(feature).is_empty())
            .collect();
        let mut loss = Loss::new(labels.len());
        for pass in 0..self.passes {
            if pass % INNER == 0 {
                loss.bend_anew(labels, counts);
            }
            let mut most = loss.step(&columns.every, &mut bias, [1e-6; N], 0.0);
            // Most weights come to nothing and stay there: they are asked again from time to time only.
            let all = pass < INNER || pass % ALL == 0;
            for &feature in &shown {
                if !all && weights[feature].iter().all(|&weight| weight == 0.0) {
                    continue;
                }
                let ridge = doubt[feature].map(|doubt| self.ridge * doubt);
                let moved = loss.step(columns.of(feature), &mut weights[feature], ridge, self.lasso);
                most = most.max(moved);
            }
            if all && most < ENOUGH && pass % INNER == 0 {
                break;
            }
        }
        std::array::from_fn(|way| Model {
            weights: weights.iter().map(|weights| weights[way]).collect(),
            bias: bias[way],
        })
    }

    /// What the squared penalty of each feature is multiplied by, for each way to count. Features that stand with one label
    /// far more often than with the other, counted by themselves, are held back less (as in naive Bayes).
    fn doubts<const N: usize>(&self, columns: &Columns, labels: &[bool], counts: &[[f32; N]]) -> Vec<[f64; N]> {
        /// How many rows are counted at all, and how many of them say yes.
        struct Share<const N: usize> {
            all: [f64; N],
            yes: [f64; N],
        }
        let tally = |rows: &[(u32, f32)]| {
            let mut tally = Share {
                all: [0.0; N],
                yes: [0.0; N],
            };
            for &(row, _) in rows {
                let row = row as usize;
                for (way, &count) in counts[row].iter().enumerate() {
                    let counted = f64::from(u8::from(count > 0.0));
                    tally.all[way] += counted;
                    tally.yes[way] += if labels[row] { counted } else { 0.0 };
                }
            }
            tally
        };
        let whole = tally(&columns.every);
        let share = |with: f64, all: f64| (with + 1.0) / (all + 1.0);
        let doubt = |feature: usize| {
            let here = tally(columns.of(feature));
            std::array::from_fn(|way| {
                let (with, yes) = (here.yes[way], whole.yes[way]);
                let ratio = share(with, yes) / share(here.all[way] - with, whole.all[way] - yes);
                libm::pow(libm::log(ratio).abs().clamp(0.1, 4.0), -2.0 * self.trust)
            })
        };
        (0..columns.features()).map(doubt).collect()
    }
}

/// The loss near the present weights, as a parabola in the odds of each row, for each way to count the rows.
struct Loss<const N: usize> {
    rows: Vec<Bent<N>>,
    odds: Vec<[f32; N]>,
}

/// What is asked of one row in each step, kept together, and for four ways in no more than one line of the cache.
#[derive(Clone, Copy)]
#[repr(align(32))]
struct Bent<const N: usize> {
    /// How fast the loss falls as the odds rise.
    fall: [f32; N],
    /// How fast that changes.
    bend: [f32; N],
}

impl<const N: usize> Loss<N> {
    fn new(rows: usize) -> Self {
        let flat = Bent {
            fall: [0.0; N],
            bend: [0.0; N],
        };
        Self {
            rows: vec![flat; rows],
            odds: vec![[0.0; N]; rows],
        }
    }

    /// Fits the parabolas anew to the odds.
    fn bend_anew(&mut self, labels: &[bool], counts: &[[f32; N]]) {
        let known = labels.iter().zip(counts).zip(&self.odds);
        for (row, ((&label, counts), odds)) in self.rows.iter_mut().zip(known) {
            let sign = if label { 1.0 } else { -1.0 };
            for (way, &count) in counts.iter().enumerate() {
                let miss = 1.0 / (1.0 + libm::expf(sign * odds[way]));
                row.fall[way] = count * sign * miss;
                row.bend[way] = count * (miss * (1.0 - miss)).max(1e-3);
            }
        }
    }

    /// Moves the weights of one feature to where the parabolas are lowest; how far the one moved that moved most.
    fn step(&mut self, column: &[(u32, f32)], weights: &mut [f64; N], ridge: [f64; N], lasso: f64) -> f64 {
        let (fall, bend) = self.sums(column);
        let mut most = 0.0_f64;
        let delta: [f32; N] = std::array::from_fn(|way| {
            let (fall, bend) = (fall[way] - ridge[way] * weights[way], bend[way] + ridge[way]);
            let target = weights[way] + fall / bend;
            let shrunk = target.signum() * (target.abs() - lasso / bend).max(0.0);
            let delta = (shrunk - weights[way]).clamp(-1.0, 1.0);
            weights[way] += delta;
            most = most.max(delta.abs());
            #[allow(clippy::cast_possible_truncation, reason = "a step of at most one")]
            let delta = delta as f32;
            delta
        });
        if most > 0.0 {
            for &(row, value) in column {
                let (odds, row) = (&mut self.odds[row as usize], &mut self.rows[row as usize]);
                for way in 0..N {
                    odds[way] += delta[way] * value;
                    row.fall[way] -= delta[way] * value * row.bend[way];
                }
            }
        }
        most
    }

    /// How fast the whole loss falls as the weights of a column rise, and how fast that changes.
    fn sums(&self, column: &[(u32, f32)]) -> ([f64; N], [f64; N]) {
        /// So many small numbers may be added before their sum is too coarse for the next one.
        const FEW: usize = 128;
        let (mut fall, mut bend) = ([0.0; N], [0.0; N]);
        for some in column.chunks(FEW) {
            let (mut fall_of_some, mut bend_of_some) = ([0.0_f32; N], [0.0_f32; N]);
            for &(row, value) in some {
                let row = &self.rows[row as usize];
                for way in 0..N {
                    fall_of_some[way] += value * row.fall[way];
                    bend_of_some[way] += value * value * row.bend[way];
                }
            }
            for way in 0..N {
                fall[way] += f64::from(fall_of_some[way]);
                bend[way] += f64::from(bend_of_some[way]);
            }
        }
        (fall, bend)
    }
}

/// The threshold (log odds) at which F1 is best, and that F1.
pub fn best_threshold(odds: &[f64], labels: &[bool]) -> (f64, f64) {
    let mut order: Vec<usize> = (0..odds.len()).collect();
    order.sort_by(|&a, &b| odds[b].total_cmp(&odds[a]).then(a.cmp(&b)));
    let positives = labels.iter().filter(|&&label| label).count();
    let (mut best, mut hits) = ((0.0, 0.0), 0_usize);
    for (number, &at) in order.iter().enumerate() {
        hits += usize::from(labels[at]);
        #[allow(clippy::cast_precision_loss, reason = "counts of sentences")]
        let f1 = 2.0 * hits as f64 / (number + 1 + positives) as f64;
        if f1 > best.1 {
            let next = order.get(number + 1).map_or(odds[at] - 1.0, |&next| odds[next]);
            best = (f64::midpoint(odds[at], next), f1);
        }
    }
    best
}
