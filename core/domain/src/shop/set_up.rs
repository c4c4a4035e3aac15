//! Setting up the shop, one thing at a time.

use serde_json::Value;

use super::settings::{BankAccount, Sender, Setting};
use crate::context::Context;
use crate::form::{NAME, paragraphs, text};
use crate::policy::may;
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;
use crate::values::{Courier, Phone};

/// Most accounts, longest message and address, in characters.
const ACCOUNTS: usize = 12;
const TEMPLATE: usize = 2_000;
const LINE: usize = 200;
/// Longest time a buyer has.
const HOURS: u32 = 24 * 30;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetUpRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("only the owner sets up the shop")]
    NotYourRole,
}

impl From<SetUpRefusal> for Refusal {
    fn from(refusal: SetUpRefusal) -> Self {
        match refusal {
            SetUpRefusal::Field(refusal) => refusal,
            SetUpRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

pub fn decide(setting: &Setting, context: &mut Context) -> Result<Vec<Edit>, Vec<SetUpRefusal>> {
    let mut problems = Vec::new();
    let tidy = tidy(&mut problems, setting);
    let mut refusals: Vec<_> = problems.into_iter().map(SetUpRefusal::Field).collect();
    if !may(context.actor.role, Noun::Shop, "set_up") {
        refusals.push(SetUpRefusal::NotYourRole);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let data = if let Value::Object(data) = plain(&tidy) { data } else { serde_json::Map::new() };
    Ok(vec![Edit::State(context.fact("set_up", data))])
}

fn tidy(problems: &mut Vec<Refusal>, setting: &Setting) -> Setting {
    match setting {
        Setting::Accounts(accounts) => Setting::Accounts(tidy_accounts(problems, accounts)),
        Setting::Sender(sender) => Setting::Sender(tidy_sender(problems, sender)),
        Setting::TotalanTemplate(text) => {
            Setting::TotalanTemplate(template(problems, "totalan_template", text, &["{total}", "{rekening}"]))
        }
        Setting::TrackingTemplate(text) => {
            Setting::TrackingTemplate(template(problems, "tracking_template", text, &["{resi}"]))
        }
        Setting::TrackingLinks(links) => {
            Setting::TrackingLinks(links.iter().map(|(courier, link)| tidy_link(problems, courier, link)).collect())
        }
        Setting::DeadlineHours(hours) => {
            if !(1..=HOURS).contains(hours) {
                problems.push(Refusal::at("deadline_hours", "shop.hours_out_of_range"));
            }
            Setting::DeadlineHours(*hours)
        }
    }
}

fn tidy_accounts(problems: &mut Vec<Refusal>, accounts: &[BankAccount]) -> Vec<BankAccount> {
    if accounts.len() > ACCOUNTS {
        problems.push(Refusal::at("accounts", "shop.too_many_accounts"));
    }
    let tidied = accounts.iter().take(ACCOUNTS).enumerate();
    tidied.map(|(index, account)| tidy_account(problems, index, account)).collect()
}

/// Numbers are typed with dots and dashes, and compared without.
fn tidy_account(problems: &mut Vec<Refusal>, index: usize, account: &BankAccount) -> BankAccount {
    let at = |field: &str| format!("accounts.{index}.{field}");
    let (bank, holder) = (text(problems, &at("bank"), &account.bank, NAME), &account.holder);
    let holder = text(problems, &at("holder"), holder, NAME);
    let number: String = account.number.chars().filter(char::is_ascii_digit).take(NAME).collect();
    for (field, value) in [("bank", &bank), ("number", &number), ("holder", &holder)] {
        if value.is_empty() {
            problems.push(Refusal::at(at(field), "shop.account_incomplete"));
        }
    }
    BankAccount { bank, number, holder }
}

fn tidy_sender(problems: &mut Vec<Refusal>, sender: &Sender) -> Sender {
    let name = text(problems, "sender.name", &sender.name, NAME);
    let address = text(problems, "sender.address", &sender.address, LINE);
    let typed = sender.phone.trim();
    let phone = Phone::parse(typed).map(|phone| phone.national());
    match &phone {
        Err(e) if !typed.is_empty() => problems.push(Refusal::at("sender.phone", e.code())),
        Ok(_) | Err(_) => {}
    }
    Sender { name, phone: phone.unwrap_or_default(), address }
}

/// What a message cannot do without has to be in it.
fn template(problems: &mut Vec<Refusal>, field: &str, typed: &str, needed: &[&str]) -> String {
    let kept = paragraphs(problems, field, typed, TEMPLATE);
    if !needed.iter().all(|word| kept.contains(word)) {
        problems.push(Refusal::at(field, "shop.template_incomplete"));
    }
    kept
}

fn tidy_link(problems: &mut Vec<Refusal>, courier: &str, link: &str) -> (String, String) {
    let field = format!("tracking_links.{courier}");
    if Courier::from_code(courier).is_none() {
        problems.push(Refusal::at(field.as_str(), "order.courier_unknown"));
    }
    let kept = text(problems, &field, link, LINE);
    if !kept.starts_with("https://") || kept.contains(char::is_whitespace) {
        problems.push(Refusal::at(field, "shop.link_wrong"));
    }
    (courier.to_owned(), kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;

    fn set(role: Role, setting: &Setting) -> Result<Vec<Edit>, Vec<Refusal>> {
        let decided = Shop::default().acting(role, |context| decide(setting, context));
        decided.map_err(|refusals| refusals.into_iter().map(Refusal::from).collect())
    }

    fn account(number: &str) -> BankAccount {
        BankAccount { bank: "BCA".into(), number: number.into(), holder: "CV XYZ".into() }
    }

    #[test]
    fn an_account_number_is_kept_as_its_digits() {
        let edits = set(Role::Owner, &Setting::Accounts(vec![account("139-1234.567")])).unwrap();
        let [Edit::State(fact)] = &edits[..] else { panic!("one fact") };
        let mut settings = super::super::Settings::default();
        settings.take(fact);
        assert_eq!(settings.account("").map(|account| account.number.as_str()), Some("1391234567"));
        assert!(settings.account("999").is_none());
    }

    #[test]
    fn a_message_without_the_amount_or_a_buyer_without_time_is_refused() {
        let refused = |setting| set(Role::Owner, &setting).unwrap_err()[0].code;
        assert_eq!(refused(Setting::TotalanTemplate("Transfer ya kak".into())), "shop.template_incomplete");
        assert_eq!(refused(Setting::DeadlineHours(0)), "shop.hours_out_of_range");
        assert_eq!(refused(Setting::Accounts(vec![account("-")])), "shop.account_incomplete");
        let links = [("jne".to_owned(), "javascript:alert(1)".to_owned())].into();
        assert_eq!(refused(Setting::TrackingLinks(links)), "shop.link_wrong");
        let sender = Sender { name: "Alas".into(), phone: "12".into(), address: String::new() };
        assert_eq!(refused(Setting::Sender(sender)), "phone.unknown_prefix");
    }

    #[test]
    fn only_the_owner_says_where_money_goes() {
        let refused = set(Role::Cs, &Setting::Accounts(vec![account("1391234567")])).unwrap_err();
        assert_eq!(refused, [Refusal::whole("not_your_role")]);
    }
}
