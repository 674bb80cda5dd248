//! A quick hash of a few letters, by which words and cues are found.

/// A hash of a few letters: multiply and rotate, eight bytes at a time.
#[must_use]
pub const fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
    let mut state = bytes.len() as u64;
    let mut rest = bytes;
    while let Some((chunk, behind)) = rest.split_first_chunk() {
        state = (state.rotate_left(5) ^ u64::from_le_bytes(*chunk)).wrapping_mul(FACTOR);
        rest = behind;
    }
    if !rest.is_empty() {
        let (mut word, mut at) = (0, 0);
        while at < rest.len() {
            word |= (rest[at] as u64) << (8 * at);
            at += 1;
        }
        state = (state.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    }
    state ^ (state >> 32)
}
