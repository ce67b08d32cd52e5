"""Projects 项目: leaders responsible, site visits, investment, funds, each committee’s part."""
