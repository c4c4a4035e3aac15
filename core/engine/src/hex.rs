//! Bytes as text, where a fact or a person has to hold them.

pub(crate) fn of(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// `None` unless it is exactly `N` bytes.
pub(crate) fn read<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits: Vec<_> = text.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    let byte = |pair: &[u32]| u8::try_from(pair[0] * 16 + pair[1]).ok();
    let bytes: Vec<_> = digits.chunks_exact(2).filter_map(byte).collect();
    if digits.len() == 2 * N { bytes.try_into().ok() } else { None }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_written_is_read_and_nothing_else_is() {
        assert_eq!(super::read(&super::of(&[0, 0x9f, 255])), Some([0, 0x9f, 255]));
        for wrong in ["", "00", "0000zz", "000000ff", "00ff0"] {
            assert_eq!(super::read::<3>(wrong), None, "{wrong}");
        }
    }
}
