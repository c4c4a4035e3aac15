//! Pairing: a one-time secret becomes a device of the shop.

use tapak_domain::order::prefix;
use tapak_domain::shop::{Newcomer, Shop, enrol, revoke};
use tapak_domain::{DeviceId, Role};
use tapak_store::invite::Invited;
use tapak_sync::ByeCode;
use tapak_sync::message::{Pair, Paired};

use super::{Relay, shop};
use crate::crew;
use crate::fault::Fault;
use crate::hex;

impl Relay {
    /// The same device asking again gets the same answer: the first one may have been lost.
    pub(super) fn pair(&mut self, pair: &Pair, now: u64) -> Result<Result<Paired, ByeCode>, Fault> {
        let secret_hash = shop::hash(&pair.secret);
        let invited = match admit(self.store.invite(&secret_hash)?, pair, now) {
            Ok(invited) => invited,
            Err(code) => return Ok(Err(code)),
        };
        if self.crew.roster().find(pair.device).is_some_and(|entry| entry.key != pair.key) {
            return Ok(Err(ByeCode::BadSignature));
        }
        let Some(role) = Role::from_code(&invited.role) else { return Ok(Err(ByeCode::UpdateTheApp)) };
        if invited.used_by.is_none() {
            self.store.use_invite(&secret_hash, pair.device)?;
            self.enrol(pair, role, &secret_hash, now)?;
            if invited.recovery {
                self.replace_owners(pair.device, now)?;
            }
            self.enlist()?;
        }
        Ok(self.welcome_letter(pair))
    }

    fn enrol(&mut self, pair: &Pair, role: Role, secret_hash: &[u8; 32], now: u64) -> Result<(), Fault> {
        let known = self.crew.roster().find(pair.device).map(|entry| entry.prefix.clone());
        let people = self.crew.roster().0.iter().filter(|entry| entry.role != Role::Relay.code()).count();
        let prefix = known.unwrap_or_else(|| prefix(people));
        let newcomer = Newcomer {
            device: DeviceId(crew::uuid(pair.device)),
            key: &hex::of(&pair.key),
            person: &pair.person,
            device_name: &pair.device_name,
            role,
            prefix: &prefix,
            secret_hash: &hex::of(secret_hash),
        };
        self.state(now, |context| enrol::decide(&newcomer, context))
    }

    /// The owner's phone was lost: the new one takes its place, and the old ones are wiped when they come again.
    fn replace_owners(&mut self, new: tapak_sync::DeviceId, now: u64) -> Result<(), Fault> {
        let shop = self.shop()?;
        let owners = shop
            .members
            .iter()
            .filter(|(id, member)| member.role == Role::Owner && member.revoked.is_none() && id.0 != crew::uuid(new));
        for (id, _) in owners {
            self.state(now, |context| revoke::decide(&shop, *id, true, context))?;
        }
        Ok(())
    }

    /// As its record says now.
    pub(super) fn shop(&mut self) -> Result<Shop, Fault> {
        let id = self.shop_record();
        Ok(self.documents.open(&self.store, id)?.record()?.map(Shop::new).unwrap_or_default())
    }

    fn welcome_letter(&self, pair: &Pair) -> Result<Paired, ByeCode> {
        let entry = self.crew.roster().find(pair.device).ok_or(ByeCode::UnknownDevice)?;
        Ok(Paired {
            shop: self.shop.id,
            shop_name: self.shop.name.clone(),
            epoch: self.shop.epoch,
            role: entry.role.clone(),
            prefix: entry.prefix.clone(),
        })
    }
}

fn admit(invited: Option<Invited>, pair: &Pair, now: u64) -> Result<Invited, ByeCode> {
    let invited = invited.ok_or(ByeCode::InviteUnknown)?;
    match invited.used_by {
        Some(device) if device == pair.device => Ok(invited),
        Some(_) => Err(ByeCode::InviteUsed),
        None if invited.expires < now => Err(ByeCode::InviteExpired),
        None => Ok(invited),
    }
}
