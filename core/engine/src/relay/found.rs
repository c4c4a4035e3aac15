//! The shop's record is begun with the relay's first word, and with what an older folder knew of its devices.

use tapak_domain::shop::{Newcomer, enrol, revoke};
use tapak_domain::{DeviceId, Edit, Role};
use tapak_sync::RosterEntry;

use super::Relay;
use crate::crew;
use crate::documents;
use crate::fault::Fault;
use crate::hex;

impl Relay {
    /// Once in the life of a shop.
    pub(super) fn begin_record(&mut self) -> Result<(), Fault> {
        if self.store.held(documents::wire(self.shop_record()))?.is_some() {
            return Ok(());
        }
        self.store.begin()?;
        self.write_first_words().inspect_err(|_| self.store.rollback())?;
        Ok(self.store.commit()?)
    }

    fn write_first_words(&mut self) -> Result<(), Fault> {
        self.write(&[Edit::set("name", self.shop.name.clone())], 0)?;
        let (device, key) = (self.identity.device(), hex::of(&self.identity.key().public()));
        self.introduce(device, &key, ["", ""], Role::Relay, "")?;
        for known in self.crew.roster().0.clone() {
            self.introduce_known(&known)?;
        }
        self.enlist()
    }

    fn introduce_known(&mut self, known: &RosterEntry) -> Result<(), Fault> {
        let (device, key) = (DeviceId(crew::uuid(known.device)), hex::of(&known.key));
        let Some(role) = Role::from_code(&known.role) else { return Ok(()) };
        self.introduce(device, &key, [&known.person, &known.device_name], role, &known.prefix)?;
        if known.revoked_at.is_some() {
            let shop = self.shop()?;
            self.state(0, |context| revoke::decide(&shop, device, false, context))?;
        }
        Ok(())
    }

    fn introduce(
        &mut self,
        device: DeviceId,
        key: &str,
        [person, device_name]: [&str; 2],
        role: Role,
        prefix: &str,
    ) -> Result<(), Fault> {
        let newcomer = Newcomer { device, key, person, device_name, role, prefix, secret_hash: "" };
        self.state(0, |context| enrol::decide(&newcomer, context))
    }
}
