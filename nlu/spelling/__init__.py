"""Messages typed by sound or heard by a machine: 失叶金怎么领 → 失业金怎么领."""
