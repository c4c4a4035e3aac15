//! Where buyers of the demo shop transfer to, and who sends its parcels.

use tapak_domain::shop::{BankAccount, Sender, Setting};

/// The first account, where most transfer to.
pub(super) const BCA: &str = "1390091234";
/// The second account's number.
pub(super) const MANDIRI: &str = "1310009012345";
const HOLDER: &str = "CV Parahyangan Tapak Jaya";

pub(super) fn settings(shop: &str) -> [Setting; 2] {
    let account = |bank: &str, number: &str| BankAccount {
        bank: bank.to_owned(),
        number: number.to_owned(),
        holder: HOLDER.to_owned(),
    };
    let sender = Sender {
        name: shop.to_owned(),
        phone: "0812-0042-8811".to_owned(),
        address: "Jl. Cibaduyut Raya No. 118, Bojongloa Kidul, Kota Bandung 40236".to_owned(),
    };
    [Setting::Accounts(vec![account("BCA", BCA), account("Mandiri", MANDIRI)]), Setting::Sender(sender)]
}
