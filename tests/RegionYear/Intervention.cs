using Microsoft.AspNetCore.Http;

namespace RegionYear;

/// <summary>What is done to one request in place of giving the app its answer.</summary>
/// <param name="AfterStorage">Whether the storage does what was asked first.</param>
/// <param name="Act">Ends the request; told whether the storage did what was asked.</param>
internal sealed record Intervention(bool AfterStorage, Action<HttpContext, bool> Act);
