//! Joining the shop: with a good invite, a used one, an old one, a made-up one.

use crate::world::{RINA, World};
use tapak_sync::client::Status;
use tapak_sync::codec::decode_to_device;
use tapak_sync::invite::InviteError;
use tapak_sync::{ByeCode, Invite, Sequence, ToDevice};

const SECRET: [u8; 16] = [9; 16];

#[test]
fn a_new_phone_joins_and_has_the_shop_on_it_over_one_connection() {
    let mut shop = World::new(1);
    shop.open_the_shop();
    shop.save_many(RINA, 10);
    shop.settle();
    shop.invite(SECRET, "cs", shop.now + 1_000);
    let dewi = shop.join(SECRET, "Dewi");
    shop.settle();
    let phone = &shop.devices[dewi];
    assert_eq!(phone.status(), Status::Live { cursor: Sequence(10) });
    assert_eq!(phone.roster.0.last().unwrap().person, "Dewi");
    assert!(!phone.statuses.iter().any(|status| matches!(status, Status::Offline { .. })));
}

#[test]
fn an_invite_used_twice_says_so() {
    let mut shop = World::new(1);
    shop.invite(SECRET, "cs", shop.now + 1_000);
    shop.join(SECRET, "Dewi");
    shop.settle();
    let second = shop.join(SECRET, "Orang lain");
    shop.wait(60_000);
    assert_eq!(shop.devices[second].status(), Status::Rejected(ByeCode::InviteUsed));
    assert_eq!(shop.devices[second].refusals, [ByeCode::InviteUsed], "asked once, not over and over");
    shop.start(second);
    shop.settle();
    assert_eq!(shop.devices[second].refusals.len(), 1, "a spent invite is not tried again");
    assert_eq!(shop.log.roster.0.len(), 2);
}

#[test]
fn an_expired_invite_says_so() {
    let mut shop = World::new(1);
    shop.invite(SECRET, "cs", shop.now - 1);
    let late = shop.join(SECRET, "Dewi");
    shop.settle();
    assert_eq!(shop.devices[late].status(), Status::Rejected(ByeCode::InviteExpired));
}

#[test]
fn a_made_up_invite_says_so_and_a_good_one_still_works_after_it() {
    let mut shop = World::new(1);
    let stranger = shop.join([1; 16], "Dewi");
    shop.settle();
    assert_eq!(shop.devices[stranger].status(), Status::Rejected(ByeCode::InviteUnknown));
    assert_eq!(shop.log.roster.0.len(), 1);
    shop.invite(SECRET, "cs", shop.now + 1_000);
    let welcome = shop.join(SECRET, "Dewi");
    shop.settle();
    assert!(matches!(shop.devices[welcome].status(), Status::Live { .. }));
}

#[test]
fn an_answer_lost_while_pairing_is_asked_for_again() {
    let mut shop = World::new(1);
    shop.invite(SECRET, "cs", shop.now + 100_000);
    let mut lost = false;
    shop.down = Box::new(move |queue, frame| {
        if !lost && matches!(decode_to_device(&frame), Ok(ToDevice::Paired(_))) {
            lost = true;
        } else {
            queue.push_back(frame);
        }
    });
    let dewi = shop.join(SECRET, "Dewi");
    shop.wait(20_000);
    assert!(matches!(shop.devices[dewi].status(), Status::Live { .. }));
    assert_eq!(shop.log.roster.0.len(), 2, "enrolled once");
}

#[test]
fn a_name_longer_than_the_wire_allows_is_shortened_not_refused() {
    let mut shop = World::new(1);
    shop.invite(SECRET, "cs", shop.now + 1_000);
    let long = shop.join(SECRET, &"é".repeat(300));
    shop.settle();
    assert!(matches!(shop.devices[long].status(), Status::Live { .. }));
    assert_eq!(shop.log.roster.0[1].person, "é".repeat(100));
}

#[test]
fn a_phone_nobody_invited_says_it_belongs_to_no_shop() {
    let mut shop = World::new(1);
    shop.devices.push(crate::device::Device::new(None, 4));
    shop.reachable.push(true);
    shop.start(1);
    shop.wait(30_000);
    assert_eq!(shop.devices[1].status(), Status::Unpaired);
    assert!(shop.connected().is_empty());
}

fn invite() -> Invite {
    Invite { secret: [0xab; 16], role: "warehouse".to_owned(), expires: 1_790_000_000_000 }
}

#[test]
fn an_invite_survives_a_chat_message() {
    let code = invite().to_code().unwrap();
    assert!(code.len() < 60, "short enough for a QR: {code}");
    assert!(code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
    assert_eq!(Invite::from_code(&format!("  {code}\n")), Ok(invite()));
}

#[test]
fn an_invite_written_by_the_first_version_opens_forever() {
    let code = "Aaurq6urq6urq6urq6urq6sAAAGgxFBsAHdhcmVob3VzZS0WWew";
    assert_eq!(invite().to_code().unwrap(), code);
    assert_eq!(Invite::from_code(code), Ok(invite()));
}

#[test]
fn a_mistyped_or_cut_invite_is_told_from_a_wrong_one() {
    let code = invite().to_code().unwrap();
    for (place, letter) in code.char_indices() {
        let other = if letter == 'A' { "B" } else { "A" };
        let mut typed = code.clone();
        typed.replace_range(place..=place, other);
        assert!(Invite::from_code(&typed).is_err(), "{typed}");
        assert!(Invite::from_code(&code[..place]).is_err());
    }
    assert_eq!(Invite::from_code("bukan undangan!"), Err(InviteError::NotACode));
    assert_eq!(Invite::from_code(""), Err(InviteError::Damaged));
}

#[test]
fn an_invite_without_a_proper_role_is_not_made() {
    for role in ["", "CS", "ware house", &"x".repeat(33)] {
        let invite = Invite { role: role.to_owned(), ..invite() };
        assert_eq!(invite.to_code(), Err(InviteError::BadRole), "{role}");
    }
}
