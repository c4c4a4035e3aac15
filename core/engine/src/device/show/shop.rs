//! How the shop is set up, and what waits for the owner.

use tapak_domain::policy::may;
use tapak_domain::shop::{Held, Invited, Settings, Shop};
use tapak_domain::{DeviceId, Noun};

use super::said;
use super::start::narrow;
use crate::device::Device;
use crate::fault::Fault;
use crate::view::shop::{HeldRow, InviteRow, SettingsView, ShopView};

impl Device {
    pub(super) fn show_shop(&mut self, now: u64) -> Result<ShopView, Fault> {
        let shop = self.shop()?;
        let open = |invited: &&Invited| invited.used_by.is_none() && invited.expires > now;
        let waiting = shop.held.iter().filter(|held| held.accepted.is_none());
        Ok(ShopView {
            window_days: self.store.window_days()?,
            settings: settings(&shop.settings),
            invites: shop.invites.values().filter(open).map(invite_row).collect(),
            held: waiting.map(|held| held_row(&shop, held)).collect(),
            erased: narrow(shop.purged.len() as u64),
            manages: self.role().is_some_and(|role| may(role, Noun::Shop, "invited")),
            name: shop.name,
        })
    }
}

fn settings(settings: &Settings) -> SettingsView {
    SettingsView {
        accounts: settings.accounts.clone(),
        sender: settings.sender.clone(),
        totalan_template: settings.totalan_template.clone(),
        tracking_template: settings.tracking_template.clone(),
        tracking_links: settings.tracking_links.clone(),
        deadline_hours: settings.deadline_hours,
    }
}

fn invite_row(invited: &Invited) -> InviteRow {
    InviteRow { role: invited.role.code().to_owned(), expires: invited.expires, recovery: invited.recovery }
}

fn held_row(shop: &Shop, held: &Held) -> HeldRow {
    let member = shop.members.get(&DeviceId(held.device));
    HeldRow {
        change: held.change.clone(),
        person: member.map(|member| member.person.clone()).unwrap_or_default(),
        device_name: member.map(|member| member.device_name.clone()).unwrap_or_default(),
        record: held.document,
        noun: held.noun.clone(),
        title: held.title.clone(),
        said: said::read(&held.noun, &held.summary),
    }
}
