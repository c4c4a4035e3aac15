//! The two vocabularies of "no": why one change is refused, and why a connection ends.

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

/// A number on the wire, a stable word at the border. A number this build does not know
/// stays itself, so that a newer peer can be understood halfway instead of not at all.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $number:literal $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($variant,)+
            Other(u16),
        }

        impl $name {
            /// Every code of this build.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                    Self::Other(_) => "other",
                }
            }

            pub const fn number(self) -> u16 {
                match self {
                    $(Self::$variant => $number,)+
                    Self::Other(number) => number,
                }
            }

            pub const fn from_number(number: u16) -> Self {
                match number {
                    $($number => Self::$variant,)+
                    other => Self::Other(other),
                }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl<C> Encode<C> for $name {
            fn encode<W: encode::Write>(
                &self,
                encoder: &mut Encoder<W>,
                _: &mut C,
            ) -> Result<(), encode::Error<W::Error>> {
                encoder.u16(self.number())?.ok()
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(decoder: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
                decoder.u16().map(Self::from_number)
            }
        }
    };
}

codes!(
    /// Why the relay did not take one change. The device sets it aside; it is never dropped.
    RefusalCode {
        BadSignature = 1 "bad_signature",
        UnknownDevice = 2 "unknown_device",
        Revoked = 3 "revoked",
        WrongShop = 4 "wrong_shop",
        TooLarge = 5 "too_large",
        Malformed = 6 "malformed",
        NotYourRole = 7 "not_your_role",
        FactImmutable = 8 "fact_immutable",
        MissingDependency = 9 "missing_dependency",
        Purged = 10 "purged",
        UpdateTheApp = 11 "update_the_app",
    }
);

codes!(
    /// Why a connection ends.
    ByeCode {
        UpdateTheApp = 1 "update_the_app",
        MalformedFrame = 2 "malformed_frame",
        FrameTooLarge = 3 "frame_too_large",
        BadSignature = 4 "bad_signature",
        UnknownDevice = 5 "unknown_device",
        Revoked = 6 "revoked",
        WrongShop = 7 "wrong_shop",
        InviteUnknown = 8 "invite_unknown",
        InviteUsed = 9 "invite_used",
        InviteExpired = 10 "invite_expired",
        OutOfTurn = 11 "out_of_turn",
        TooSlow = 12 "too_slow",
        Fault = 13 "fault",
        GoingAway = 14 "going_away",
        RoleChanged = 15 "role_changed",
    }
);

impl ByeCode {
    /// True when trying again changes nothing: a person has to act first.
    pub const fn fatal(self) -> bool {
        match self {
            Self::UpdateTheApp
            | Self::BadSignature
            | Self::UnknownDevice
            | Self::Revoked
            | Self::WrongShop
            | Self::InviteUnknown
            | Self::InviteUsed
            | Self::InviteExpired => true,
            Self::MalformedFrame
            | Self::FrameTooLarge
            | Self::OutOfTurn
            | Self::TooSlow
            | Self::Fault
            | Self::GoingAway
            | Self::RoleChanged
            | Self::Other(_) => false,
        }
    }
}
