#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| essaylint_fuzz::suppression::run(data));
