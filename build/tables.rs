//! Tables of numbers for the program: files that the compiler takes in as they are, and the code that holds them.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use super::starts::Starts;

/// Writes tables of numbers as files of bytes, which the compiler takes in as they are: it would read a hundred thousand
/// numbers one by one.
pub(super) struct Tables<'o> {
    folder: &'o Path,
    big_endian: bool,
}

impl<'o> Tables<'o> {
    pub(super) fn new(folder: &'o Path) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            folder,
            big_endian: env::var("CARGO_CFG_TARGET_ENDIAN")? == "big",
        })
    }

    /// Writes a table and gives the code that holds it.
    pub(super) fn borrowed<const SIZE: usize>(
        &self,
        name: &str,
        of: &str,
        numbers: impl Iterator<Item = [u8; SIZE]>,
    ) -> Result<String, Box<dyn Error>> {
        let (mut bytes, mut count) = (Vec::new(), 0);
        for mut number in numbers {
            if self.big_endian {
                number.reverse();
            }
            bytes.extend(number);
            count += 1;
        }
        fs::write(self.folder.join(name), bytes)?;
        Ok(format!(
            "Cow::Borrowed({{ static TABLE: [{of}; {count}] = \
             bytemuck::must_cast(*include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))); &TABLE }})"
        ))
    }

    pub(super) fn of_u32(&self, name: &str, numbers: &[u32]) -> Result<String, Box<dyn Error>> {
        self.borrowed(name, "u32", numbers.iter().map(|number| number.to_le_bytes()))
    }

    pub(super) fn of_u16(&self, name: &str, numbers: &[u16]) -> Result<String, Box<dyn Error>> {
        self.borrowed(name, "u16", numbers.iter().map(|number| number.to_le_bytes()))
    }

    pub(super) fn of_u64(&self, name: &str, numbers: &[u64]) -> Result<String, Box<dyn Error>> {
        self.borrowed(name, "u64", numbers.iter().map(|number| number.to_le_bytes()))
    }

    pub(super) fn starts(&self, name: &str, starts: &Starts) -> Result<String, Box<dyn Error>> {
        let offsets = self.of_u16(name, &starts.offsets)?;
        let bases = self.of_u32(&format!("{name}_bases"), &starts.bases)?;
        let power = starts.power;
        Ok(format!(
            "Starts {{ offsets: {offsets}, bases: {bases}, power: {power} }}"
        ))
    }
}
