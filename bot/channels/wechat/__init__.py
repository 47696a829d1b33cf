"""The WeChat public account: verified, each message answered once, within five seconds."""
