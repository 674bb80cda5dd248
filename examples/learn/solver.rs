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

impl Fit {
    /// What the squared penalty of a feature is multiplied by. Features that stand with one label far more often than
    /// with the other, counted by themselves, are held back less (as in naive Bayes). `yes` is how many labels are true.
    #[allow(clippy::cast_precision_loss, reason = "counts of sentences")]
    fn doubt(&self, column: &[(u32, f32)], labels: &[bool], yes: usize) -> f64 {
        let with = column.iter().filter(|(row, _)| labels[*row as usize]).count();
        let share = |with: usize, all: usize| (with as f64 + 1.0) / (all as f64 + 1.0);
        let ratio = share(with, yes) / share(column.len() - with, labels.len() - yes);
        libm::pow(libm::log(ratio).abs().clamp(0.1, 4.0), -2.0 * self.trust)
    }

    /// Fits `labels` (true or false) of `rows`, which have features below `features`.
    ///
    /// Each row counts as often as `counts` says.
    pub fn run(&self, rows: &[&Row], labels: &[bool], counts: &[f64], features: usize) -> Model {
        let mut columns: Vec<Vec<(u32, f32)>> = vec![Vec::new(); features];
        for (number, row) in (0_u32..).zip(rows) {
            for &(feature, value) in *row {
                columns[feature as usize].push((number, value));
            }
        }
        let signs: Vec<f64> = labels.iter().map(|&label| if label { 1.0 } else { -1.0 }).collect();
        let mut model = Model {
            weights: vec![0.0; features],
            bias: 0.0,
        };
        let yes = labels.iter().filter(|label| **label).count();
        let doubt: Vec<f64> = columns.iter().map(|column| self.doubt(column, labels, yes)).collect();
        let every: Vec<(u32, f32)> = (0_u32..).zip(rows).map(|(number, _)| (number, 1.0)).collect();
        let shown: Vec<usize> = (0..features).filter(|&feature| !columns[feature].is_empty()).collect();
        let mut loss = Loss::new(rows.len());
        for pass in 0..self.passes {
            let mut most = 0.0_f64;
            if pass % INNER == 0 {
                loss.bend_anew(&signs, counts);
            }
            most = most.max(loss.step(&every, &mut model.bias, 1e-6, 0.0));
            // Most weights come to nothing and stay there: they are asked again from time to time only.
            let all = pass < INNER || pass % ALL == 0;
            for &feature in &shown {
                if !all && model.weights[feature] == 0.0 {
                    continue;
                }
                let ridge = self.ridge * doubt[feature];
                let moved = loss.step(&columns[feature], &mut model.weights[feature], ridge, self.lasso);
                most = most.max(moved);
            }
            if all && most < ENOUGH && pass % INNER == 0 {
                break;
            }
        }
        model
    }
}

/// The loss near the present weights, as a parabola in the odds of each row.
struct Loss {
    rows: Vec<Bent>,
}

/// What is known of one row, kept together since a step needs it together.
#[derive(Clone, Copy, Default)]
struct Bent {
    odds: f64,
    /// How fast the loss falls as the odds rise.
    fall: f64,
    /// How fast that changes.
    bend: f64,
}

impl Loss {
    fn new(rows: usize) -> Self {
        Self {
            rows: vec![Bent::default(); rows],
        }
    }

    /// Fits the parabolas anew to the odds.
    fn bend_anew(&mut self, signs: &[f64], counts: &[f64]) {
        for (row, (&sign, &count)) in self.rows.iter_mut().zip(signs.iter().zip(counts)) {
            let miss = 1.0 / (1.0 + libm::exp(sign * row.odds));
            row.fall = count * sign * miss;
            row.bend = count * (miss * (1.0 - miss)).max(1e-3);
        }
    }

    /// Moves one weight to where the parabolas are lowest; how far it moved.
    fn step(&mut self, column: &[(u32, f32)], weight: &mut f64, ridge: f64, lasso: f64) -> f64 {
        let (mut fall, mut bend) = (-ridge * *weight, ridge);
        for &(row, value) in column {
            let value = f64::from(value);
            let row = &self.rows[row as usize];
            fall += value * row.fall;
            bend += value * value * row.bend;
        }
        let target = *weight + fall / bend;
        let shrunk = target.signum() * (target.abs() - lasso / bend).max(0.0);
        let delta = (shrunk - *weight).clamp(-1.0, 1.0);
        if delta == 0.0 {
            return 0.0;
        }
        *weight += delta;
        for &(row, value) in column {
            let value = f64::from(value);
            let row = &mut self.rows[row as usize];
            row.odds += delta * value;
            row.fall -= delta * value * row.bend;
        }
        delta.abs()
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
