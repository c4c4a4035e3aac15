//! Invite codes: pasted text, and bytes whose check an attacker has made right.

use tapak_sync::Invite;

use crate::seal;

pub(super) fn read(bytes: &[u8]) {
    say_again(&String::from_utf8_lossy(bytes));
    say_again(&seal::invite(bytes));
}

fn say_again(code: &str) {
    if let Ok(invite) = Invite::from_code(code) {
        assert_eq!(invite.to_code().as_deref(), Ok(code.trim()), "one invite, one code");
    }
}
