//! The number of an account, however it is written: with spaces, with a quote before it, or without its first zero.

/// Fewer digits than this say nothing about which account it is.
const DIGITS: usize = 5;

/// The same for every way of writing one account; a name that holds no number stands for itself.
pub fn account_key(account: &str) -> String {
    let digits: String = account.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    if digits.len() >= DIGITS { digits.to_owned() } else { account.trim().to_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::account_key;

    #[test]
    fn one_account_is_written_in_many_ways() {
        for text in ["0111222333", "'0111222333", "011-122-2333", "111222333", " 0111 222 333 "] {
            assert_eq!(account_key(text), "111222333", "{text}");
        }
        assert_eq!(account_key(" Kas Toko 1 "), "kas toko 1");
    }
}
