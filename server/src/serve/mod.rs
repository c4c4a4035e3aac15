//! `tapak serve`: one listener for sync and the app, one thread for the disk, and a stop that loses nothing.

mod address;
mod app;
mod door;
mod files;
mod goodbye;
mod headers;
mod hub;
mod log;
mod origin;
mod outlet;
mod places;
mod site;
mod socket;
mod stop;
mod storage;
mod welcome;

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::middleware::map_response;
use axum::routing::{any, get};
use tapak_engine::relay::{self, Relay};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::time::timeout;

use crate::cli;
use crate::fault::ServerFault;
use crate::folder::Folder;
use crate::say::say;
use crate::surroundings::{country, entropy};
use door::Door;
use hub::Hub;
use places::{Limits, Places};
use stop::{Signals, Switch};

/// How long the devices have to take in that the relay goes away.
const FAREWELL: Duration = Duration::from_secs(5);

pub(crate) fn run(asked: &cli::Serve) -> Result<(), ServerFault> {
    log::start(asked.log);
    Runtime::new().map_err(ServerFault::Start)?.block_on(open(asked))
}

/// The place to listen at comes first: where it is taken, no shop is founded.
async fn open(asked: &cli::Serve) -> Result<(), ServerFault> {
    let signals = Signals::listen().map_err(ServerFault::Start)?;
    let listen = |source| ServerFault::Listen { address: asked.listen, source };
    let listener = TcpListener::bind(asked.listen).await.map_err(listen)?;
    let bound = listener.local_addr().map_err(listen)?;
    let folder = Folder::at(&asked.data);
    folder.make()?;
    let _lock = folder.lock()?;
    let relay = open_shop(asked, &folder, bound)?;
    let hub = Hub::open(storage::start(relay).map_err(ServerFault::Start)?);
    let limits = files::fit(Limits { sockets: asked.sockets, from_one_address: asked.sockets_per_ip });
    let door = Door { listener, router: router(hub.clone()), places: Places::new(limits) };
    tracing::info!(listen = %bound, "ready");
    serve(door, hub, signals).await
}

fn open_shop(asked: &cli::Serve, folder: &Folder, bound: SocketAddr) -> Result<Relay, ServerFault> {
    let mut store = folder.open_store()?;
    relay::found(&mut store, &asked.shop, entropy()?)?;
    if folder.is_demo() && !bound.ip().is_loopback() {
        tracing::warn!("this is a demo shop: whoever knows its seed can act as its owner");
    }
    let address = asked.address.clone().unwrap_or_else(|| address::of(bound));
    folder.remember_address(&address)?;
    say(format_args!("{}", welcome::write(&mut store, &address)?));
    let mut relay = Relay::open(store, entropy()?)?;
    relay.know_places(country());
    Ok(relay)
}

async fn serve(door: Door, hub: Hub, mut signals: Signals) -> Result<(), ServerFault> {
    let (stop, places) = (Switch::new(), door.places.clone());
    let door = tokio::spawn(door.stand_open(stop.clone()));
    let ended = tokio::select! {
        () = signals.asked_to_stop() => Ok(()),
        () = hub.storage_ended() => Err(ServerFault::StorageEnded),
    };
    tracing::info!("stopping");
    stop.throw();
    let farewell = async {
        hub.stop().await;
        let _ = door.await;
        places.emptied().await;
    };
    if timeout(FAREWELL, farewell).await.is_err() {
        tracing::warn!("stopped without waiting for the slowest connections");
    }
    ended
}

fn router(hub: Hub) -> Router {
    let site = site::routes(hub.clone());
    Router::new()
        .route("/healthz", get(hub::health))
        .route("/sync", any(hub::sync))
        .with_state(hub)
        .merge(site)
        .fallback(app::serve)
        .layer(map_response(headers::secure))
}
