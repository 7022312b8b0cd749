namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>The instrument itself: what it is there to notice, it notices.</summary>
public sealed class BrowserTests(SampleHelpdesk helpdesk) : IClassFixture<SampleHelpdesk>
{
    [Fact]
    public async Task What_a_page_asks_elsewhere_or_against_its_policy_is_a_complaint()
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        var page = await helpdesk.Browser.OpenAsync(helpdesk.Address);
        page.Complaints.ShouldBeEmpty();

        // One after the other: a page that is left says nothing any more.
        await page.Page.RunAndWaitForConsoleMessageAsync(
            () => page.Page.EvaluateAsync("""
                () => {
                    console.error("said by a script");
                    document.body.insertAdjacentHTML("beforeend", "<p style='color:red'>…</p><img src='http://picture.example/x.png'>");
                }
                """),
            new() { Predicate = message => message.Text.StartsWith("policy: img-src", StringComparison.Ordinal) });
        await page.Page.RunAndWaitForResponseAsync(
            () => page.Page.EvaluateAsync("() => { location.href = 'http://elsewhere.example/'; }"), response => response.Url == "http://elsewhere.example/");

        page.Complaints.ShouldContain(complaint => complaint.StartsWith("error: policy: style-src-attr", StringComparison.Ordinal));
        page.Complaints.ShouldContain(complaint => complaint.StartsWith("error: policy: img-src", StringComparison.Ordinal));
        page.Complaints.ShouldContain("error: said by a script");
        page.Complaints.ShouldContain("request to http://elsewhere.example/");
        page.Complaints.ShouldContain(complaint => complaint.StartsWith("asked outside: GET http://elsewhere.example/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_without_words_breaks_a_rule_of_accessibility()
    {
        Assert.SkipUnless(Browser.Exists, Browser.WhyAbsent);
        var page = await helpdesk.Browser.OpenAsync(helpdesk.Address);
        await page.Page.EvaluateAsync("() => document.getElementById('main').append(document.createElement('img'))");

        var broken = await Assert.ThrowsAsync<ShouldAssertException>(() => page.ShouldBeAccessibleAsync());

        broken.Message.ShouldContain("image-alt");
    }
}
