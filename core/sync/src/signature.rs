//! Ed25519 over domain-separated statements: who wrote a change, who says hello, who pairs.

use crate::id::{ChangeHash, DeviceId, DocumentId, ShopId};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

const CHANGE: &str = "tapak/change/v1";
const HELLO: &str = "tapak/hello/v1";
const PAIR: &str = "tapak/pair/v1";

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not match")]
pub struct BadSignature;

impl BadSignature {
    pub const fn code(self) -> &'static str {
        "bad_signature"
    }
}

/// What a pairing device vouches for with its new key.
#[derive(Clone, Copy, Debug)]
pub struct PairClaim<'a> {
    pub nonce: &'a [u8; 32],
    pub secret: &'a [u8; 16],
    pub device: DeviceId,
    pub device_name: &'a str,
    pub person: &'a str,
}

/// The secret half of a device's identity.
#[derive(Clone)]
pub struct DeviceKey(SigningKey);

impl core::fmt::Debug for DeviceKey {
    /// Only the public half is ever shown.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let public = ChangeHash::new(self.public());
        write!(f, "DeviceKey(public {public})")
    }
}

impl DeviceKey {
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&seed))
    }

    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    pub fn sign_change(&self, shop: ShopId, document: DocumentId, hash: ChangeHash) -> [u8; 64] {
        self.sign(&change_statement(shop, document, hash))
    }

    pub fn sign_hello(&self, shop: ShopId, device: DeviceId, nonce: &[u8; 32]) -> [u8; 64] {
        self.sign(&hello_statement(shop, device, nonce))
    }

    pub fn sign_pair(&self, claim: &PairClaim<'_>) -> [u8; 64] {
        self.sign(&pair_statement(claim))
    }

    fn sign(&self, statement: &[u8]) -> [u8; 64] {
        self.0.sign(statement).to_bytes()
    }
}

/// The public half, read once. It tells who wrote a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, BadSignature> {
        VerifyingKey::from_bytes(bytes).map(Self).map_err(|_| BadSignature)
    }

    pub fn verify_change(
        &self,
        shop: ShopId,
        document: DocumentId,
        hash: ChangeHash,
        signature: &[u8; 64],
    ) -> Result<(), BadSignature> {
        self.verify(&change_statement(shop, document, hash), signature)
    }

    /// Strict: a signature has one form and a key of small order is no key.
    fn verify(&self, statement: &[u8], signature: &[u8; 64]) -> Result<(), BadSignature> {
        self.0.verify_strict(statement, &Signature::from_bytes(signature)).map_err(|_| BadSignature)
    }
}

pub fn verify_hello(
    key: &[u8; 32],
    shop: ShopId,
    device: DeviceId,
    nonce: &[u8; 32],
    signature: &[u8; 64],
) -> Result<(), BadSignature> {
    verify(key, &hello_statement(shop, device, nonce), signature)
}

pub fn verify_pair(key: &[u8; 32], claim: &PairClaim<'_>, signature: &[u8; 64]) -> Result<(), BadSignature> {
    verify(key, &pair_statement(claim), signature)
}

fn verify(key: &[u8; 32], statement: &[u8], signature: &[u8; 64]) -> Result<(), BadSignature> {
    PublicKey::from_bytes(key)?.verify(statement, signature)
}

fn change_statement(shop: ShopId, document: DocumentId, hash: ChangeHash) -> Vec<u8> {
    statement(CHANGE, &[shop.as_bytes(), document.as_bytes(), hash.as_bytes()])
}

fn hello_statement(shop: ShopId, device: DeviceId, nonce: &[u8; 32]) -> Vec<u8> {
    statement(HELLO, &[shop.as_bytes(), device.as_bytes(), nonce])
}

fn pair_statement(claim: &PairClaim<'_>) -> Vec<u8> {
    let names = [claim.device_name.as_bytes(), claim.person.as_bytes()];
    statement(PAIR, &[claim.nonce, claim.secret, claim.device.as_bytes(), names[0], names[1]])
}

/// Each part carries its length, so no two lists of parts read the same.
fn statement(domain: &str, parts: &[&[u8]]) -> Vec<u8> {
    let mut bytes = domain.as_bytes().to_vec();
    bytes.push(0);
    for part in parts {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(part);
    }
    bytes
}
