use super::*;

fn gate(per_minute: u32, gap: Duration, slots: usize) -> Gate {
    Gate::new("Test CDX", Pace { per_minute, gap }, Patience::default(), Arc::new(Semaphore::new(slots)))
}

const MINUTE: Duration = Duration::from_mins(1);

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

async fn pass(gate: &Gate) -> Result<(), String> {
    gate.turn().await.map(drop)
}

#[tokio::test(start_paused = true)]
async fn the_first_minute_goes_at_once_then_the_average_holds() {
    let gate = gate(24, Duration::from_millis(500), 2);
    let start = Instant::now();
    for _ in 0..24 {
        pass(&gate).await.expect("a turn");
    }
    assert_eq!(start.elapsed(), Duration::from_millis(11_500));
    for _ in 24..28 {
        pass(&gate).await.expect("a turn");
    }
    assert_eq!(start.elapsed(), Duration::from_millis(13_500), "the bucket has been filling");
    pass(&gate).await.expect("a turn");
    assert_eq!(start.elapsed(), MINUTE, "but no minute sees more than a fifth above the average");
}

#[tokio::test(start_paused = true)]
async fn no_more_than_the_slots_are_under_way_at_once() {
    let gate = gate(1000, Duration::ZERO, 2);
    let first = gate.turn().await.expect("a turn");
    let _second = gate.turn().await.expect("a turn");
    let third = tokio::time::timeout(seconds(5), gate.turn()).await;
    assert!(third.is_err());
    drop(first);
    gate.turn().await.expect("a turn");
}

#[tokio::test(start_paused = true)]
async fn a_429_without_retry_after_pauses_for_a_minute() {
    let gate = gate(1000, Duration::ZERO, 2);
    let start = Instant::now();
    gate.failed(&Trouble::TooMany(None));
    pass(&gate).await.expect("a turn");
    assert_eq!(start.elapsed(), MINUTE);
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_honoured() {
    let gate = gate(1000, Duration::ZERO, 2);
    let start = Instant::now();
    gate.failed(&Trouble::TooMany(Some(seconds(5))));
    pass(&gate).await.expect("a turn");
    assert_eq!(start.elapsed(), seconds(5));
}

#[tokio::test(start_paused = true)]
async fn one_failure_is_borne_and_the_third_in_a_row_pauses() {
    let gate = gate(1000, Duration::ZERO, 2);
    let start = Instant::now();
    gate.failed(&Trouble::passing("HTTP 503"));
    gate.failed(&Trouble::passing("HTTP 503"));
    pass(&gate).await.expect("a turn");
    assert_eq!(start.elapsed(), Duration::ZERO);
    gate.failed(&Trouble::passing("HTTP 503"));
    pass(&gate).await.expect("a turn");
    assert_eq!(start.elapsed(), MINUTE);
}

#[tokio::test(start_paused = true)]
async fn success_forgives() {
    let gate = gate(1000, Duration::ZERO, 2);
    for _ in 0..50 {
        gate.failed(&Trouble::passing("HTTP 503"));
        gate.failed(&Trouble::passing("HTTP 503"));
        gate.succeeded();
    }
    assert!(!gate.is_closed());
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_that_never_answers_is_given_up_and_says_why() {
    let gate = gate(1000, Duration::ZERO, 2);
    for _ in 0..6 {
        gate.failed(&Trouble::passing("no answer within 60 s"));
    }
    let why = pass(&gate).await.expect_err("closed");
    assert_eq!(why, "no answer within 60 s, no answer 6 times in a row, not asked again in this run");
}

#[tokio::test(start_paused = true)]
async fn who_waits_for_a_pause_hears_at_once_when_the_endpoint_is_given_up() {
    let gate = gate(1000, Duration::ZERO, 2);
    gate.failed(&Trouble::TooMany(None));
    let start = Instant::now();
    let (waited, ()) = tokio::join!(pass(&gate), async {
        tokio::time::sleep(seconds(3)).await;
        gate.failed(&Trouble::Lasting("the network is down".to_owned()));
    });
    assert_eq!(waited, Err("the network is down".to_owned()));
    assert_eq!(start.elapsed(), seconds(3));
}

#[tokio::test(start_paused = true)]
async fn a_pause_beyond_all_patience_is_given_up() {
    let gate = gate(1000, Duration::ZERO, 2);
    gate.failed(&Trouble::TooMany(Some(MINUTE * 60)));
    assert_eq!(pass(&gate).await, Err("too many requests (HTTP 429), asks to wait for 3600 s".to_owned()));
}

#[tokio::test(start_paused = true)]
async fn a_refused_question_says_nothing_of_the_endpoint() {
    let gate = gate(1000, Duration::ZERO, 2);
    for _ in 0..100 {
        gate.failed(&Trouble::Question("HTTP 400".to_owned()));
    }
    pass(&gate).await.expect("a turn");
}

#[tokio::test(start_paused = true)]
async fn it_says_what_the_run_is_waiting_for() {
    let gate = gate(1, Duration::ZERO, 2);
    assert_eq!(gate.waiting_for(), None);
    let queued: Vec<Queued> = (0..12).map(|_| gate.queue()).collect();
    assert_eq!(gate.waiting_for(), None, "nothing has to wait yet");
    let turn = gate.turn().await.expect("a turn");
    tokio::time::advance(seconds(52)).await;
    assert_eq!(gate.waiting_for().as_deref(), Some("Test CDX: 12 look-ups queued, next in 8 s"));
    tokio::time::advance(seconds(8)).await;
    assert_eq!(
        gate.waiting_for().as_deref(),
        Some("Test CDX: 12 look-ups queued, waiting for an answer for 60 s")
    );
    drop(turn);
    gate.failed(&Trouble::TooMany(None));
    drop(queued.into_iter().skip(1).collect::<Vec<_>>());
    assert_eq!(gate.waiting_for(), None);
}

#[tokio::test(start_paused = true)]
async fn it_says_why_it_pauses() {
    let gate = gate(1000, Duration::ZERO, 2);
    let _queued = gate.queue();
    gate.failed(&Trouble::TooMany(None));
    assert_eq!(
        gate.waiting_for().as_deref(),
        Some("Test CDX: 1 look-up queued, paused for 60 s: too many requests (HTTP 429)")
    );
}
