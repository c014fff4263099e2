//! A linear support vector machine: L2 regularised squared hinge loss, by dual coordinate descent
//! (Hsieh et al. 2008, "A Dual Coordinate Descent Method for Large-scale Linear SVM").

/// A passage as a sparse vector: places and values.
pub type Row = Vec<(u32, f32)>;

/// What the machine may do wrong, and how long it learns.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The price of an error.
    pub cost: f32,
    pub rounds: usize,
}

/// Learns the weights, the bias last. `width` is the number of places. Positives and negatives
/// count the same in sum.
pub fn train(rows: &[&Row], positive: &[bool], width: usize, settings: Settings) -> Vec<f32> {
    let mut weights = vec![0.0_f32; width + 1];
    let yes = positive.iter().filter(|is| **is).count().max(1) as f32;
    let no = (positive.len() as f32 - yes).max(1.0);
    let half = positive.len() as f32 / 2.0;
    let cost = |is: bool| settings.cost * if is { half / yes } else { half / no };
    let mut alphas = vec![0.0_f32; rows.len()];
    let norms: Vec<f32> = rows
        .iter()
        .map(|row| row.iter().map(|(_, value)| value * value).sum::<f32>() + 1.0)
        .collect();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut chance = fastrand::Rng::with_seed(7);
    for _ in 0..settings.rounds {
        chance.shuffle(&mut order);
        let mut largest = 0.0_f32;
        for &index in &order {
            let row = rows[index];
            let sign = if positive[index] { 1.0 } else { -1.0 };
            let softness = 0.5 / cost(positive[index]);
            let score: f32 =
                row.iter().map(|(place, value)| weights[*place as usize] * value).sum::<f32>()
                    + weights[width];
            let gradient = sign * score - 1.0 + softness * alphas[index];
            let projected = if alphas[index] <= 0.0 { gradient.min(0.0) } else { gradient };
            largest = largest.max(projected.abs());
            if projected.abs() > 1e-7 {
                let before = alphas[index];
                alphas[index] = (before - gradient / (norms[index] + softness)).max(0.0);
                let change = (alphas[index] - before) * sign;
                for (place, value) in row {
                    weights[*place as usize] += change * value;
                }
                weights[width] += change;
            }
        }
        if largest < 0.01 {
            break;
        }
    }
    weights
}

/// How much more often each place stands in positives than in negatives, as a logarithm; 1 for the
/// places from `counts` on, which are no terms (Wang and Manning 2012, "Baselines and Bigrams").
pub fn log_ratios(rows: &[&Row], positive: &[bool], width: usize, counts: usize) -> Vec<f32> {
    let mut seen = [vec![1.0_f32; counts], vec![1.0_f32; counts]];
    for (row, is) in rows.iter().zip(positive) {
        for (place, _) in row.iter().filter(|(place, _)| (*place as usize) < counts) {
            seen[usize::from(*is)][*place as usize] += 1.0;
        }
    }
    let [no, yes] = &seen;
    let sums = [no.iter().sum::<f32>(), yes.iter().sum::<f32>()];
    let ratio = |place: usize| ((yes[place] / sums[1]) / (no[place] / sums[0])).ln();
    (0..width).map(|place| if place < counts { ratio(place) } else { 1.0 }).collect()
}

/// The sum of two machines: one on the rows as they are, one on the rows times the log ratios. The
/// second sees from the start which terms tell; together they err less than each alone.
pub fn train_both(
    rows: &[&Row],
    positive: &[bool],
    width: usize,
    counts: usize,
    settings: Settings,
) -> Vec<f32> {
    let mut sum = train(rows, positive, width, settings);
    let ratios = log_ratios(rows, positive, width, counts);
    let scaled: Vec<Row> = rows
        .iter()
        .map(|row| {
            row.iter().map(|(place, value)| (*place, value * ratios[*place as usize])).collect()
        })
        .collect();
    let scaled: Vec<&Row> = scaled.iter().collect();
    let gentle = Settings { cost: settings.cost * 0.3, ..settings };
    let second = train(&scaled, positive, width, gentle);
    for (place, weight) in second.into_iter().enumerate() {
        sum[place] += weight * ratios.get(place).copied().unwrap_or(1.0);
    }
    sum
}

pub fn score(row: &Row, weights: &[f32]) -> f32 {
    let bias = weights.last().copied().unwrap_or_default();
    row.iter().map(|(place, value)| weights[*place as usize] * value).sum::<f32>() + bias
}
